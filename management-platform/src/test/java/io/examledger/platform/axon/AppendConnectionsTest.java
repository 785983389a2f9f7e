package io.examledger.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.LogDialect;
import io.examledger.platform.endtoend.Await;
import io.examledger.platform.testing.Databases;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendConnectionsTest {
    @Test
    @DisplayName(
            "ADR 0002: connections that wait for the first append are in no transaction, which the server would end")
    void connections_wait_outside_of_transactions() {
        String url = Databases.emptyPostgresUrl();
        try (var connections =
                new LogConfiguration().appendConnections(new CommandNode.Connection(url), LogDialect.POSTGRESQL)) {
            assertThat(connections).isNotNull();
            assertThat(Await.until(() -> states(url), states -> states.equals(List.of("idle", "idle"))))
                    .hasSize(2);
        }
    }

    private static List<String> states(String url) {
        PGSimpleDataSource observer = new PGSimpleDataSource();
        observer.setUrl(url);
        return JdbcClient.create(observer)
                .sql(
                        "select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                .query(String.class)
                .list();
    }
}
