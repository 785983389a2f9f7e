package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.ChainCheck;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An expiry goes on where it stopped. */
class KilledExpiryTest {
    private static final int QUANTITY = 2_300;
    private static final String EXPIRED = "redeem-code.expired";
    private static final String SIMULATED = "--examledger.clock=simulated";

    @Test
    @DisplayName("ORD-4, COD-9, AUD-1: an expiry that is killed again and again ends each code once, on PostgreSQL")
    void killed_expiry_goes_on_where_it_stopped() {
        Path directory = FreshDataDirectory.create();
        String url = Databases.emptyPostgresUrl();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        JdbcClient log = JdbcClient.create(database);
        String order;
        try (PlatformProcess platform = new PlatformProcess(directory, url, SIMULATED)) {
            Http enterprise = platform.as("enterprise");
            order = Exchange.of(201, enterprise.post("/api/orders", """
                    {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": %d, "terms": true}""".formatted(QUANTITY)))
                    .at("orderId");
            Exchange.of(200, enterprise.post("/api/orders/" + order + "/payment", RunningPlatform.payment(QUANTITY)));
            Http operator = platform.as("operator");
            Thread.ofPlatform().daemon().start(() -> passAYear(operator));
            killAfter(500, log, platform);
        }
        try (PlatformProcess platform = new PlatformProcess(directory, url, SIMULATED)) {
            killAfter(1_000, log, platform);
        }
        try (PlatformProcess platform = new PlatformProcess(directory, url, SIMULATED)) {
            Http enterprise = platform.as("enterprise");
            JsonNode codes = Await.until(
                    () -> Exchange.of(200, enterprise.get("/api/orders/" + order))
                            .json()
                            .required("redeemCodes"),
                    counts -> counts.required("expired").intValue() == QUANTITY);
            assertThat(codes.required("issued").intValue()).isEqualTo(QUANTITY);
        }
        assertThat(count(log, EXPIRED)).isEqualTo(QUANTITY);
        assertThat(log.sql("select count(distinct aggregate_id) from ledger.event where type = ?")
                        .param(EXPIRED)
                        .query(Long.class)
                        .single())
                .isEqualTo(QUANTITY);
        assertThat(count(log, "order.expired")).isOne();
        assertThat(new ChainCheck(database).run().faultAt()).isEmpty();
    }

    private static void passAYear(Http operator) {
        try {
            operator.post("/api/test-clock", "{\"advance\": \"P1Y\"}");
        } catch (UncheckedIOException killed) {
            // The platform ended before it could answer.
        }
    }

    private static void killAfter(int expired, JdbcClient log, PlatformProcess platform) {
        long before = Await.until(() -> count(log, EXPIRED), count -> count >= expired);
        platform.kill();
        assertThat(before).as("killed while there is work left").isLessThan(QUANTITY);
    }

    private static long count(JdbcClient log, String type) {
        return log.sql("select count(*) from ledger.event where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }
}
