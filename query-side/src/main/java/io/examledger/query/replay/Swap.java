package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.Snapshots;
import io.examledger.query.projection.TableWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
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

    /** For a reconciliation to end, which reads the tables that are swapped. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final NamedParameterJdbcTemplate jdbc;
    private final ServedVersions served;
    private final ShadowTables shadow;
    private final ShadowClaim claim;
    private final ShadowClaim check;
    private final Rebuild rest;
    private final TransactionTemplate transaction;
    private final boolean postgres;

    /**
     * @param claim of the rebuilt tables
     * @param check of the reconciliation's, for a worker of its own
     * @param rest folds in the transaction that is running
     */
    Swap(
            DataSource dataSource,
            ShadowTables shadow,
            ShadowClaim claim,
            ShadowClaim check,
            Rebuild rest,
            TransactionTemplate transaction) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.served = new ServedVersions(jdbc);
        this.shadow = shadow;
        this.claim = claim;
        this.check = check;
        this.rest = rest;
        this.transaction = transaction;
        this.postgres = Snapshots.isPostgres(dataSource);
    }

    /**
     * What was parked of these projections is in the new tables, or the rebuild had failed.
     *
     * @param done run in the transaction that swaps
     * @throws RuntimeException if readers did not let go of the tables; nothing has changed then
     */
    void swap(List<Projection> projections, Runnable done) {
        List<Projection> inOrder = projections.stream()
                .sorted(Comparator.comparing(Projection::name))
                .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.hold(() -> exchanged(inOrder, done))) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the reconciliation does not come to an end");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void exchanged(List<Projection> projections, Runnable done) {
        for (int tried = 1; ; tried++) {
            try {
                transaction.executeWithoutResult(status -> {
                    exchange(projections);
                    done.run();
                });
                return;
            } catch (DataAccessException busy) {
                if (tried == TRIES || !isLock(busy)) {
                    throw busy;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Spring does not know the first state, PostgreSQL's lock_not_available. */
    private static boolean isLock(DataAccessException failure) {
        return failure instanceof ConcurrencyFailureException
                || failure instanceof QueryTimeoutException
                || (failure.getRootCause() instanceof SQLException sql && "55P03".equals(sql.getSQLState()));
    }

    private void exchange(List<Projection> projections) {
        claim.renew();
        if (postgres) {
            // Shorter than deadlock_timeout: it is not a reader that has to give way.
            jdbc.getJdbcOperations().execute("set local lock_timeout = '500ms'");
        }
        for (Projection projection : projections) {
            long position = lock(projection);
            served.raise(projection);
            rest.fold(List.of(projection), shadow.position(projection.name()), position, done -> {});
            shadow.requireAt(projection.name(), position);
            projection.tables().forEach(this::exchange);
            jdbc.update(
                    "delete from read_model.dead_letter where projection = :name",
                    new MapSqlParameterSource("name", projection.name()));
        }
        // What the reconciliation compares with may be of an older fold.
        run("update read_model.reconciliation set made_of = ''");
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
        if (!shadow.haveServedColumns(List.of(table))) {
            throw new IllegalStateException("the columns of " + live + " are not those that this version makes");
        }
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
