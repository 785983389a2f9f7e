package io.examledger.query.replay;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * What shadow tables have for their readers, and what makes adding a row dear: all indexes but primary keys, and of tables
 * that only grow these too. On PostgreSQL they are left out while many rows are written, and made afterwards, under their
 * names and as they were.
 */
final class ShadowIndexes {
    private record Index(String drop, String make) {}

    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;
    private final List<String> missing = new ArrayList<>();

    ShadowIndexes(NamedParameterJdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /**
     * Of tables that were just made.
     *
     * @param growing tables in which nothing is looked up
     */
    void drop(List<String> growing) {
        missing.clear();
        for (Index index : all(growing)) {
            jdbc.getJdbcOperations().execute(index.drop());
            missing.add(index.make());
        }
    }

    /** Those that were dropped. */
    void make() {
        missing.forEach(jdbc.getJdbcOperations()::execute);
        missing.clear();
    }

    private List<Index> all(List<String> growing) {
        return jdbc.query(
                """
                select
                  case when k.conname is null
                    then format('drop index %I.%I', n.nspname, c.relname)
                    else format('alter table %I.%I drop constraint %I', n.nspname, t.relname, k.conname)
                  end,
                  case when k.conname is null
                    then pg_get_indexdef(i.indexrelid)
                    else format('alter table %I.%I add constraint %I %s', n.nspname, t.relname, k.conname,
                      pg_get_constraintdef(k.oid))
                  end
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_class t on t.oid = i.indrelid
                join pg_namespace n on n.oid = t.relnamespace
                left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
                where n.nspname = :schema and (not i.indisprimary or t.relname in (:growing))
                order by t.relname, c.relname
                """,
                new MapSqlParameterSource("schema", schema)
                        .addValue("growing", growing.isEmpty() ? List.of("") : growing),
                (row, number) -> new Index(row.getString(1), row.getString(2)));
    }
}
