package io.examledger.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Databases;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadlineMigrationTest {
    static Stream<DataSource> databases() {
        return Databases.bothOf("380");
    }

    @ParameterizedTest
    @MethodSource("databases")
    @DisplayName("APT-2 APT-3 an upgrade folds deadlines from the first event again, and keeps those that are open")
    void deadlines_are_folded_again(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("update platform.policy_token set token = cast('17' as bytea), token_type = 'position'");
        jdbc.update("""
                insert into platform.deadline (kind, deadline_key, due_at, try_at, position, event_id, correlation_id)
                values ('order-expiry', 'o1', now(), now(), 9, 'e', 'c')
                """);

        Databases.migrate(database);

        assertThat(jdbc.queryForList(
                        "select distinct processor_name from platform.policy_token where token_type is null",
                        String.class))
                .containsExactly("note-deadlines");
        assertThat(jdbc.queryForList("select token from platform.policy_token where token is null", byte[].class))
                .hasSize(1);
        assertThat(jdbc.queryForList("select deadline_key from platform.deadline", String.class))
                .containsExactly("o1");
    }
}
