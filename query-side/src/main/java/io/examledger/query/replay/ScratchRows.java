package io.examledger.query.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Looks single rows up where few are. */
final class ScratchRows {
    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;

    ScratchRows(DataSource dataSource, String schema) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.schema = schema;
    }

    /** The row as a difference shows it; empty if there is none. */
    Map<String, @Nullable String> find(RowCourse course) {
        String key = course.key().keySet().stream()
                .map(column -> "cast(" + column + " as varchar) = :" + column)
                .collect(Collectors.joining(" and "));
        return jdbc
                .query(
                        "select * from " + schema + "." + course.table() + " where " + key,
                        course.key(),
                        (row, number) -> Comparison.shown(TableRows.read(row)))
                .stream()
                .findFirst()
                .orElseGet(LinkedHashMap::new);
    }
}
