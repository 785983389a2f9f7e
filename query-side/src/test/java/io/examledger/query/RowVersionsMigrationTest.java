package io.examledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RowVersionsMigrationTest {
    private static final String BEFORE = "244";
    private static final String VERSIONED = "250";

    @ParameterizedTest
    @EnumSource
    @DisplayName("AUD-2 a system that has rows without a past folds them again, and only those")
    void rows_without_a_past_are_folded_again(Database database) {
        try (HikariDataSource dataSource = database.empty()) {
            Database.migrate(dataSource, BEFORE);
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            jdbc.update("update read_model.projection set position = 7");
            jdbc.update("update read_model.token set token_type = 'position'");
            jdbc.update(
                    "insert into read_model.overview (seen_by, account_id, subject) values ('OWNER', 'acme', 'AAA')");
            jdbc.update("insert into read_model.bill_part values ('o1', 1, 'CARD', 100, 'USD')");
            jdbc.update("insert into read_model.overview_attempt (appointment_id) values ('a1')");
            jdbc.update("insert into read_model.message values ('m1', 'acme', 'order.purchased', '{}', now(), 5)");

            Database.migrate(dataSource, VERSIONED);

            assertThat(jdbc.queryForList("select name from read_model.projection where position = 0", String.class))
                    .containsExactlyInAnyOrder("redeem-codes", "bills", "overview", "registrations", "attempts")
                    .containsExactlyInAnyOrderElementsOf(jdbc.queryForList(
                            "select processor_name from read_model.token where token_type is null", String.class));
            for (String emptied : List.of("overview", "bill_part", "overview_attempt")) {
                assertThat(rows(jdbc, emptied)).as(emptied).isZero();
            }
            assertThat(rows(jdbc, "message")).isOne();
        }
    }

    private static int rows(JdbcTemplate jdbc, String table) {
        return jdbc.queryForList("select 1 from read_model." + table).size();
    }
}
