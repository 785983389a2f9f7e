package io.examledger.benchmarks.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log and its trail, written by the database itself, set by set: {@link Happenings}. */
final class LongHistory {
    private static final int THREADS = 2;
    private static final int CHUNKS = 20;
    private static final List<String> TABLES =
            List.of("ledger.event", "read_model.audit_event", "read_model.audit_link");

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final long events;

    LongHistory(DataSource database, long events) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.events = events;
    }

    /** Indexes last, as whoever loads so much does; what is read afterwards is laid out the same. */
    void fill() throws Exception {
        jdbc.execute(Happenings.FUNCTION);
        TABLES.forEach(table -> jdbc.execute("alter table " + table + " set unlogged"));
        List<String> indexes = dropped();
        List<String> inserts = new ArrayList<>();
        for (String insert : List.of(Happenings.EVENTS, Happenings.TRAIL, Happenings.LINKS)) {
            for (int chunk = 0; chunk < CHUNKS; chunk++) {
                inserts.add(insert.formatted(events * chunk / CHUNKS + 1, events * (chunk + 1) / CHUNKS, events));
            }
        }
        side(inserts);
        side(indexes);
        side(TABLES.stream().map("vacuum analyze "::concat).toList());
    }

    /** Drops keys and indexes. @return what makes them again */
    private List<String> dropped() {
        List<String> made = new ArrayList<>();
        for (String table : TABLES) {
            List<String> keys = jdbc.queryForList(
                    "select conname from pg_constraint where conrelid = ?::regclass and contype in ('p', 'u')",
                    String.class,
                    table);
            for (String key : keys) {
                made.add("alter table " + table + " add constraint " + key + " "
                        + jdbc.queryForObject(
                                "select pg_get_constraintdef(oid) from pg_constraint"
                                        + " where conrelid = ?::regclass and conname = ?",
                                String.class,
                                table,
                                key));
                jdbc.execute("alter table " + table + " drop constraint " + key);
            }
            List<String> indexes = jdbc.queryForList(
                    "select indexrelid::regclass::text from pg_index where indrelid = ?::regclass",
                    String.class,
                    table);
            for (String index : indexes) {
                made.add(jdbc.queryForObject("select pg_get_indexdef(?::regclass)", String.class, index));
                jdbc.execute("drop index " + index);
            }
        }
        return made;
    }

    private void side(List<String> statements) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Boolean>> tasks = statements.stream()
                    .<Callable<Boolean>>map(statement -> () -> run(statement))
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private boolean run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement each = connection.createStatement()) {
            each.execute("set maintenance_work_mem = '768MB'");
            return each.execute(statement);
        }
    }

    /** Tables with their indexes, in whole megabytes, for example {@code 123 + 456}. */
    String sizeOf(String table) {
        return String.valueOf(jdbc.queryForObject(
                "select pg_table_size(?::regclass) / 1000000 || ' + ' || pg_indexes_size(?::regclass) / 1000000",
                String.class,
                table,
                table));
    }

    long rows(String table) {
        Long rows = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? 0 : rows;
    }
}
