package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.ChainCheck;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A job goes on where it stopped. */
class KilledBulkChangeTest {
    @Test
    @DisplayName("COD-4, AUD-1: a job that is killed again and again changes each code once, on PostgreSQL")
    void killed_job_goes_on_where_it_stopped() {
        int quantity = 2_300;
        Path directory = FreshDataDirectory.create();
        String url = Databases.emptyPostgresUrl();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        JdbcClient log = JdbcClient.create(database);
        String job;
        try (PlatformProcess platform = new PlatformProcess(directory, url)) {
            Http enterprise = platform.as("enterprise");
            String order = Exchange.of(201, enterprise.post("/api/orders", """
                    {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": %d, "terms": true}""".formatted(quantity)))
                    .at("orderId");
            Exchange.of(200, enterprise.post("/api/orders/" + order + "/payment", RunningPlatform.payment(quantity)));
            Await.until(() -> count(log, "redeem-code.issued"), issued -> issued == quantity);
            job = new BulkChanges(enterprise).request("""
                    {"action": "REGENERATE", "filter": {"order": "%s"}}""".formatted(order));
            killAfter(200, log, platform);
        }
        try (PlatformProcess platform = new PlatformProcess(directory, url)) {
            killAfter(1_200, log, platform);
        }
        try (PlatformProcess platform = new PlatformProcess(directory, url)) {
            JsonNode done = new BulkChanges(platform.as("enterprise")).awaitDone(job);
            assertThat(BulkChanges.summary(done)).isEqualTo("REGENERATE of 2300: 2300 done, 0 skipped []");
        }
        assertThat(count(log, "redeem-code.regenerated")).isEqualTo(quantity);
        assertThat(log.sql("""
                        select count(distinct aggregate_id) from ledger.event
                        where type = 'redeem-code.regenerated'""").query(Long.class).single()).isEqualTo(quantity);
        assertThat(new ChainCheck(database).run().faultAt()).isEmpty();
    }

    private static void killAfter(int changed, JdbcClient log, PlatformProcess platform) {
        long before = Await.until(() -> count(log, "redeem-code.regenerated"), count -> count >= changed);
        platform.kill();
        assertThat(before).as("killed while there is work left").isLessThan(2_300);
    }

    private static long count(JdbcClient log, String type) {
        return log.sql("select count(*) from ledger.event where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }
}
