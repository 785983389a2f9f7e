package io.examledger.command.order;

import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A payment that has begun and whose money is, in part, kept elsewhere.
 *
 * @param paymentId which the keys of its captures follow from
 * @param captured reference of each captured part, by its number, counted from 1
 */
public record OpenPayment(String paymentId, List<PaymentPart> parts, Map<Integer, String> captured) {
    public OpenPayment {
        parts = List.copyOf(parts);
        captured = Map.copyOf(captured);
    }

    OpenPayment with(int part, String reference) {
        Map<Integer, String> more = new HashMap<>(captured);
        more.put(part, reference);
        return new OpenPayment(paymentId, parts, more);
    }

    /** Whether every part that is kept elsewhere has been taken. */
    boolean isTaken(Predicate<PaymentMethod> elsewhere) {
        return IntStream.rangeClosed(1, parts.size())
                .allMatch(part -> captured.containsKey(part)
                        || !elsewhere.test(parts.get(part - 1).method()));
    }
}
