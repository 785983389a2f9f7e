package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.TableWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts rebuilt tables in the place of the served ones, in one transaction: a crash leaves either the old or the new. The
 * served ones are held still for the last events only. Their tokens stay, because both are folded up to the same position.
 */
final class Swap {
    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 500_000_000;
    private final NamedParameterJdbcTemplate jdbc;
    private final ShadowTables shadow;
    private final Rebuild rest;
    private final TransactionTemplate transaction;
    private final boolean postgres;

    /** @param rest folds in the transaction that is running */
    Swap(DataSource dataSource, ShadowTables shadow, Rebuild rest, TransactionTemplate transaction) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.shadow = shadow;
        this.rest = rest;
        this.transaction = transaction;
        this.postgres = Boolean.TRUE.equals(jdbc.getJdbcOperations().execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    /**
     * What was parked of these projections is in the new tables, or the rebuild had failed.
     *
     * @throws RuntimeException if readers did not let go of the tables; nothing has changed then
     */
    void swap(List<Projection> projections) {
        List<Projection> inOrder = projections.stream()
                .sorted(Comparator.comparing(Projection::name))
                .toList();
        for (int tried = 1; ; tried++) {
            try {
                transaction.executeWithoutResult(status -> exchange(inOrder));
                return;
            } catch (ConcurrencyFailureException | QueryTimeoutException busy) {
                if (tried == TRIES) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void exchange(List<Projection> projections) {
        if (postgres) {
            // Shorter than deadlock_timeout: it is not a reader that has to give way.
            jdbc.getJdbcOperations().execute("set local lock_timeout = '500ms'");
        }
        for (Projection projection : projections) {
            long position = lock(projection);
            rest.fold(List.of(projection), shadow.position(projection.name()), position, done -> {});
            projection.tables().forEach(this::exchange);
            jdbc.update(
                    "delete from read_model.dead_letter where projection = :name",
                    new MapSqlParameterSource("name", projection.name()));
        }
    }

    /** Holds the live run, which locks the same row before it writes, and says how far it is. */
    private long lock(Projection projection) {
        Long position = jdbc.queryForObject(
                "select position from read_model.projection where name = :name for update",
                new MapSqlParameterSource("name", projection.name()),
                Long.class);
        if (position == null) {
            throw new IllegalStateException("projection " + projection.name() + " has no position");
        }
        return position;
    }

    private void exchange(String table) {
        String live = TableWriter.SCHEMA + "." + table;
        String rebuilt = shadow.schema() + "." + table;
        if (postgres) {
            run("drop table " + live);
            run("alter table " + rebuilt + " set schema " + TableWriter.SCHEMA);
        } else {
            // H2 ends the transaction before it changes a schema.
            run("delete from " + live);
            run("insert into " + live + " select * from " + rebuilt);
        }
    }

    private void run(String statement) {
        jdbc.getJdbcOperations().execute(statement);
    }
}
