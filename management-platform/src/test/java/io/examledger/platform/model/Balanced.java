package io.examledger.platform.model;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Refund;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What must be so when a history is over: everything agrees, and codes and money add up. */
final class Balanced {
    private final World world;
    private final ModelFacts expected;
    private final Witness witness;

    Balanced(World world, ModelFacts expected, Witness witness) {
        this.world = world;
        this.expected = expected;
        this.witness = witness;
    }

    void check() {
        statesAgree();
        codesAddUp();
        moneyAddsUp();
    }

    private void statesAgree() {
        Map<String, Facts> all = expected.all();
        if (!all.equals(witness.facts)) {
            TreeSet<String> keys = new TreeSet<>(all.keySet());
            keys.addAll(witness.facts.keySet());
            keys.removeIf(key -> all.containsKey(key) && all.get(key).equals(witness.facts.get(key)));
            String first = keys.first();
            throw new Disagreement("at the end %s is %s, but %s (and %d more)"
                    .formatted(first, witness.facts.get(first), all.get(first), keys.size() - 1));
        }
    }

    /** COD-11a, as the events have it. */
    private void codesAddUp() {
        Map<String, Map<String, Integer>> byOrder = new HashMap<>();
        witness.facts.forEach((key, code) -> {
            if (key.startsWith("code ")) {
                byOrder.computeIfAbsent(code.text("order"), order -> new HashMap<>())
                        .merge(code.text("status"), 1, Integer::sum);
            }
        });
        for (Order order : world.orders.values()) {
            Map<String, Integer> counts = byOrder.getOrDefault(order.id, Map.of());
            int used = sum(counts, List.of("BOUND", "SCHEDULED", "COMPLETED"));
            int all = used + sum(counts, List.of("UNUSED", "REFUNDED", "EXPIRED"));
            long purchased = witness.of("order " + order.id).number("issued");
            require(purchased == all, "purchased = unused + used + refunded + expired", order.id + ": " + counts);
            require(purchased == 0 || purchased == order.quantity, "all codes or none", order.id);
        }
    }

    private static int sum(Map<String, Integer> counts, List<String> statuses) {
        return statuses.stream()
                .mapToInt(status -> counts.getOrDefault(status, 0))
                .sum();
    }

    /** By order and payment method: what was paid is kept or was given back, and nothing else was given. */
    private void moneyAddsUp() {
        Map<String, long[]> money = new HashMap<>();
        for (Order order : world.orders.values()) {
            if (order.paid != null) {
                Refund refund = order.done != null ? order.done : order.pending;
                for (int i = 0; i < order.paid.size(); i++) {
                    PaymentPart part = order.paid.get(i);
                    long[] sums = money.computeIfAbsent(order.id + " " + part.method(), key -> new long[2]);
                    sums[0] += part.amount().amount();
                    List<Money> back = refund == null || refund.back == null ? List.of() : refund.back;
                    sums[1] +=
                            refund != null && i < refund.returned ? back.get(i).amount() : 0;
                }
            }
        }
        Map<String, long[]> is = witness.money();
        require(is.keySet().equals(money.keySet()), "paid by the methods of the orders", is.keySet() + "");
        money.forEach((key, sums) -> {
            long[] real = World.known(is, key);
            long kept = real[0] - real[1];
            require(real[0] == sums[0] && real[1] == sums[1] && kept >= 0, "paid = kept + refunded", key);
        });
    }

    private static void require(boolean holds, String rule, String detail) {
        if (!holds) {
            throw new Disagreement("at the end " + rule + " does not hold: " + detail);
        }
    }
}
