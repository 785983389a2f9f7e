package io.examledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.examledger.query.Database;
import io.examledger.query.messages.MessageProjection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

@DisplayName("AUD-3 many rows are copied into shadow tables, and are what single inserts would have made")
class CopyingWriterTest {
    private static final int ROWS = 100;
    private static final String INSERT = """
            insert into read_model.message_delivery
              (delivery_id, message_id, account_id, channel, status, attempts, reason, due_at, changed_at,
               correlation_id, position)
            values
              (:id, :text, :id, :id, :id, 0, :nothing, :nothing, :time, :id, :position)
            """;
    private static final String TEXT = "tab\t line\n return\r back\\slash \\N \\. quote' \"umlaut\u00e4 \u4e2d";
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-10T09:00:00.123456Z");

    private final HikariDataSource dataSource = Database.POSTGRESQL.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final ShadowTables shadow = new ShadowTables(dataSource, "read_model_next");

    @BeforeEach
    void create() {
        shadow.createBare(List.of(new MessageProjection()));
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private static List<MapSqlParameterSource> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> new MapSqlParameterSource("id", "d" + n)
                        .addValue("text", TEXT)
                        .addValue("nothing", null)
                        .addValue("time", TIME)
                        .addValue("position", (long) n))
                .toList();
    }

    @Test
    void every_value_arrives_to_the_letter() {
        shadow.writer().write(INSERT, rows());

        assertThat(jdbc.queryForObject("""
                select count(*) from read_model_next.message_delivery
                where message_id = ? and attempts = 0 and reason is null and due_at is null and changed_at = ?
                """, Integer.class, TEXT, TIME)).isEqualTo(ROWS);
    }

    @Test
    void row_that_is_there_already_is_refused() {
        shadow.writer().write(INSERT, rows());
        assertThatThrownBy(() -> shadow.writer().write(INSERT, rows())).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @DisplayName("AUD-3 what only readers need is made at the end, under its own names")
    void indexes_are_made_at_the_end() {
        assertThat(indexes("read_model_next"))
                .hasSizeLessThan(indexes("read_model").size());
        shadow.writer().write(INSERT, rows());

        shadow.complete();

        assertThat(indexes("read_model_next")).containsExactlyElementsOf(indexes("read_model"));
    }

    /** Of the tables of projections, which the migrations of read models make. */
    private List<String> indexes(String schema) {
        return jdbc.queryForList(
                "select replace(indexdef, schemaname || '.', '') from pg_indexes where schemaname = ? order by 1",
                String.class,
                schema);
    }
}
