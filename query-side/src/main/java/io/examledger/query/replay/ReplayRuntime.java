package io.examledger.query.replay;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.Snapshots;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Builds what replays and the reconciliation run on. */
public final class ReplayRuntime {
    private static final String NEXT = "read_model_next";
    private static final String CHECK = "read_model_check";
    private static final String SCRATCH = "_scratch";

    /** Whose tables overview, bills and statistics are read from. */
    private static final Set<String> FIGURES = Set.of("overview", "bills", "redeem-codes", "registrations", "attempts");

    private final DataSource dataSource;
    private final NamedParameterJdbcTemplate jdbc;
    private final ServedVersions served;
    private final LogPages log;
    private final List<Projection> projections;
    private final Identifiers identifiers;
    private final Duration silence;
    private final String process;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final TransactionTemplate snapshot;

    /** @param silence after which a node that works on something is taken for dead, and another begins it anew */
    public ReplayRuntime(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            List<Projection> projections,
            Identifiers identifiers,
            Duration silence) {
        this.dataSource = dataSource;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.served = new ServedVersions(jdbc);
        this.log = new LogPages(log);
        this.projections = List.copyOf(projections);
        this.identifiers = identifiers;
        this.silence = silence;
        this.process = identifiers.next();
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = Snapshots.of(transactions, dataSource);
    }

    public Replays replays() {
        ReplayTable table = new ReplayTable(jdbc, new JsonMapper());
        ShadowTables shadow = new ShadowTables(dataSource, NEXT);
        ShadowClaim claim = claim(NEXT);
        ReplayRun run = new ReplayRun(
                table,
                new LivePositions(jdbc),
                served,
                shadow,
                claim,
                new Rebuild(log, shadow, ownTransaction),
                comparison(shadow),
                explanation(NEXT),
                new Swap(
                        dataSource,
                        shadow,
                        claim,
                        new ShadowClaim(jdbc, CHECK, process + "-swap", silence),
                        new Rebuild(log, shadow, transaction),
                        transaction),
                snapshot);
        return new Replays(
                table,
                new ReplayWorker(table, claim, served, run, projections, process, silence),
                ReplayJob.versionsOf(projections),
                identifiers);
    }

    /**
     * @param worker does what is asked for, if no other node does
     * @param firstPause after a rebuild that failed
     */
    public VersionUpgrade versionUpgrade(ReplayWorker worker, Duration firstPause) {
        ReplayTable table = new ReplayTable(jdbc, new JsonMapper());
        return new VersionUpgrade(
                projections,
                served,
                table,
                new SystemReplays(jdbc, table),
                worker,
                identifiers,
                silence.dividedBy(ReplayWorker.ROUNDS),
                firstPause);
    }

    public ReconciliationWorker reconciliation(Clock clock, ReconciliationSettings settings) {
        ReconciliationTable table = new ReconciliationTable(jdbc, new JsonMapper());
        ShadowTables shadow = new ShadowTables(dataSource, CHECK);
        ShadowClaim claim = claim(CHECK);
        Reconciliation reconciliation = new Reconciliation(
                projections.stream()
                        .filter(projection -> FIGURES.contains(projection.name()))
                        .toList(),
                new LivePositions(jdbc),
                served,
                new SystemReplays(jdbc, new ReplayTable(jdbc, new JsonMapper())),
                shadow,
                claim,
                new Rebuild(log, shadow, ownTransaction),
                comparison(shadow),
                explanation(CHECK),
                new Sums(new JdbcTemplate(dataSource), shadow),
                table,
                snapshot,
                transaction,
                clock);
        return new ReconciliationWorker(reconciliation, claim, table, settings);
    }

    private ShadowClaim claim(String schema) {
        return new ShadowClaim(jdbc, schema, process, silence);
    }

    private Comparison comparison(ShadowTables shadow) {
        return new Comparison(new TableRows(dataSource), shadow, ownTransaction);
    }

    private Explanation explanation(String schema) {
        String scratch = schema + SCRATCH;
        return new Explanation(log, new ShadowTables(dataSource, scratch), new ScratchRows(dataSource, scratch));
    }
}
