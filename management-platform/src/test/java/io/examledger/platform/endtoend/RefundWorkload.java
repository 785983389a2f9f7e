package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds of orders of 10,000 codes, of which one is bound, one refund after the other. */
final class RefundWorkload implements Workload {
    private static final int ORDERS = 2;
    private static final int QUANTITY = 10_000;
    private static final int CHUNK = 500;
    private static final long FROM_BALANCE = 33_333_333;

    /** Of 33,333,333 and 66,666,667 the share of 9,999 of 10,000 codes, by largest remainder. */
    private static final List<Long> BACK = List.of(33_330_000L, 66_660_000L);

    /** Freezing and refunding in chunks, calculating, two parts of the payment, settling. */
    private static final int STEPS = 2 * QUANTITY / CHUNK + 4;

    private final List<String> bought = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();
    private @Nullable StepByStep current;

    @Override
    public void prepare(Callers callers) {
        for (int number = 1; number <= ORDERS; number++) {
            bought.add(BigOrders.buy(callers, "REFUNDED" + number, QUANTITY, FROM_BALANCE));
        }
    }

    @Override
    public synchronized void next(Callers callers, JdbcClient log) {
        if (requested.size() == bought.size() || (current != null && !current.isOver(log))) {
            return;
        }
        String order = bought.get(requested.size());
        String refund = Exchange.of(202, callers.enterprise().post("/api/orders/" + order + "/refund", "{}"))
                .at("refundId");
        requested.add(order);
        current = new StepByStep(
                "refund",
                "return-money",
                refund,
                refund,
                List.of(
                        "refund.codes-frozen",
                        "refund.codes-refunded",
                        "refund.calculated",
                        "refund.part-returned",
                        "refund.settled"),
                STEPS);
    }

    @Override
    public synchronized Optional<StepByStep> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public void assertDone(JdbcClient log) {
        assertThat(requested).isNotEmpty().allSatisfy(order -> {
            assertThat(BigOrders.once(log, order, "redeem-code.refunded")).isEqualTo(QUANTITY - 1);
            assertThat(amounts(log, order, "refund.part-returned")).isEqualTo(BACK);
            assertThat(amounts(log, order, "balance.credited")).isEqualTo(BACK);
            assertThat(amounts(log, order, "order.refunded")).containsExactly((QUANTITY - 1) * BigOrders.PRICE);
        });
    }

    private static List<Long> amounts(JdbcClient log, String order, String type) {
        return log.sql("""
                        select (payload::jsonb -> 'amount' ->> 'amount')::bigint
                        from ledger.event
                        where type = :type and payload::jsonb ->> 'orderId' = :order
                        order by position""")
                .param("type", type)
                .param("order", order)
                .query(Long.class)
                .list();
    }
}
