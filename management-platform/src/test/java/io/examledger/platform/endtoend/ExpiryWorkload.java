package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The expiry of one order. Its year passes in two steps: most of it before anything else is bought, which so is valid
 * much longer, and the rest at the first node that is to be killed.
 */
final class ExpiryWorkload implements Workload {
    private static final int QUANTITY = 20_000;
    private static final int CHUNK = 500;

    private @Nullable StepByStep current;

    /** To be asked first. */
    @Override
    public void prepare(Callers callers) {
        String order = BigOrders.buy(callers, "EXPIRED", QUANTITY, 1);
        current = new StepByStep(
                "expiry", "expire-redeem-codes", order, order, List.of("order.redeem-codes-expired"), QUANTITY / CHUNK);
        Exchange.of(200, advance(callers.operator(), "P360D"));
    }

    private static HttpResponse<String> advance(Http operator, String by) {
        return operator.post("/api/test-clock", "{\"advance\": \"" + by + "\"}");
    }

    /** The clock is read at each start: other nodes are started after this only. */
    void expire(Http operator, JdbcClient log) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                advance(operator, "P7D");
            } catch (UncheckedIOException killed) {
                // It answers when all codes have expired, and is killed before.
            }
        });
        Await.until(() -> count(log, "order.expired"), expired -> expired == 1);
    }

    private int count(JdbcClient log, String type) {
        return log.sql("select count(*) from ledger.event where aggregate_id = :order and type = :type")
                .param("order", current().orElseThrow().stream())
                .param("type", type)
                .query(Integer.class)
                .single();
    }

    @Override
    public void next(Callers callers, JdbcClient log) {
        // There is one.
    }

    @Override
    public Optional<StepByStep> current() {
        return Optional.ofNullable(current);
    }

    @Override
    public void assertDone(JdbcClient log) {
        String order = current().orElseThrow().stream();
        assertThat(BigOrders.once(log, order, "redeem-code.expired")).isEqualTo(QUANTITY);
        assertThat(count(log, "order.expired")).isOne();
        assertThat(log.sql("""
                        select count(*) from ledger.event
                        where type = 'candidacy.registration-expired' and payload::jsonb ->> 'orderId' = :order""").param("order", order).query(Integer.class).single())
                .as("the registration of the bound code ends with it")
                .isOne();
    }
}
