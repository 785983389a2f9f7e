package io.examledger.kernel.refund;

import java.util.regex.Pattern;

/** Identity of a refund. */
public record RefundId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public RefundId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a refund id has 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
