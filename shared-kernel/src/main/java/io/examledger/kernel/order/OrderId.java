package io.examledger.kernel.order;

/** Identity of an order. */
public record OrderId(String value) {
    public OrderId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("an order id has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
