package io.examledger.platform.endtoend;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** New strings for all codes of an order but the one that is bound. */
final class BulkChangeWorkload implements Workload {
    private static final int QUANTITY = 2_300;
    private static final int CHUNK = 500;

    private @Nullable String order;
    private @Nullable StepByStep current;

    @Override
    public void prepare(Callers callers) {
        order = BigOrders.buy(callers, "REGENERATED", QUANTITY, 1);
    }

    @Override
    public synchronized void next(Callers callers, JdbcClient log) {
        if (current == null) {
            String job = new BulkChanges(callers.enterprise()).request("""
                    {"action": "REGENERATE", "filter": {"order": "%s"}}""".formatted(order));
            current = new StepByStep(
                    "bulk change",
                    "change-redeem-codes",
                    job,
                    job,
                    List.of("bulk-change.chunk-done"),
                    (QUANTITY + CHUNK - 1) / CHUNK);
        }
    }

    @Override
    public synchronized Optional<StepByStep> current() {
        return Optional.ofNullable(current);
    }

    void assertSaysSo(BulkChanges jobs) {
        JsonNode done = jobs.awaitDone(current().orElseThrow().stream());
        assertThat(done.required("done").intValue()).isEqualTo(QUANTITY - 1);
    }

    @Override
    public void assertDone(JdbcClient log) {
        assertThat(BigOrders.once(log, requireNonNull(order), "redeem-code.regenerated"))
                .isEqualTo(QUANTITY - 1);
    }
}
