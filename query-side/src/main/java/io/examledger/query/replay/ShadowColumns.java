package io.examledger.query.replay;

import io.examledger.query.projection.TableWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The columns of shadow tables, beside those of the served ones, which another release may have migrated. */
final class ShadowColumns {
    private static final String POSTGRES = """
            select
              format('alter table %I.%I add column %I %s', s.nspname, made.relname, a.attname,
                format_type(a.atttypid, a.atttypmod))
              || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
              || case when a.attnotnull then ' not null' else '' end
            from pg_attribute a
            join pg_class t on t.oid = a.attrelid
            join pg_namespace n on n.oid = t.relnamespace
            join pg_namespace s on s.nspname = :schema
            join pg_class made on made.relnamespace = s.oid and made.relname = t.relname
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where n.nspname = :served and t.relkind = 'r' and made.relkind = 'r'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              and (not a.attnotnull or d.oid is not null)
              and not exists (
                select 1 from pg_attribute here
                where here.attrelid = made.oid and here.attname = a.attname)
            order by t.relname, a.attnum
            """;

    /** Read models have no type whose precision would have to be said: numbers are whole, and times are to the microsecond. */
    private static final String H2 = """
            select
              table_name, column_name,
              column_name || ' ' || data_type
              || coalesce('(' || character_maximum_length || ')', '')
              || coalesce(' default ' || column_default, '')
              || case when is_nullable = 'YES' then '' else ' not null' end as definition
            from information_schema.columns
            where table_schema = :served and is_generated = 'NEVER'
              and (is_nullable = 'YES' or column_default is not null)
            order by table_name, ordinal_position
            """;

    /** H2 would take a second to find them by a join. */
    private static final String MADE = """
            select table_name, column_name from information_schema.columns where table_schema = :schema
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final String schema;
    private final boolean postgres;

    ShadowColumns(NamedParameterJdbcTemplate jdbc, String schema, boolean postgres) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.postgres = postgres;
    }

    /**
     * Gives tables that were just made the columns that the served ones have more, as a newer release has added them: empty, or
     * with their default, as they are in rows that this release folds there. So it can build its own rows after it.
     */
    void adopt() {
        MapSqlParameterSource values =
                new MapSqlParameterSource("schema", schema).addValue("served", TableWriter.SCHEMA);
        List<String> missing = postgres ? jdbc.queryForList(POSTGRES, values, String.class) : missingOnH2(values);
        missing.forEach(jdbc.getJdbcOperations()::execute);
    }

    private List<String> missingOnH2(MapSqlParameterSource values) {
        Map<String, Set<String>> made = new HashMap<>();
        jdbc.query(MADE, values, row -> {
            made.computeIfAbsent(row.getString("table_name"), table -> new HashSet<>())
                    .add(row.getString("column_name"));
        });
        List<String> missing = new ArrayList<>();
        jdbc.query(H2, values, row -> {
            String table = row.getString("table_name");
            Set<String> here = made.get(table);
            if (here != null && !here.contains(row.getString("column_name"))) {
                missing.add("alter table " + schema + "." + table + " add column " + row.getString("definition"));
            }
        });
        return missing;
    }

    /** Whether a table has the columns of the served one, in their order; in the transaction that is running. */
    boolean areServed(String table) {
        return of(TableWriter.SCHEMA, table).equals(of(schema, table));
    }

    private List<String> of(String of, String table) {
        List<String> columns = jdbc.getJdbcOperations()
                .query("select * from " + of + "." + table + " where false", none -> {
                    List<String> names = new ArrayList<>();
                    for (int column = 1; column <= none.getMetaData().getColumnCount(); column++) {
                        names.add(none.getMetaData().getColumnName(column));
                    }
                    return names;
                });
        return columns == null ? List.of() : columns;
    }
}
