package io.examledger.query.replay;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.Given;
import io.examledger.query.IdempotencyKeyReused;
import io.examledger.query.NotFound;
import io.examledger.query.projection.Projection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders for replays and tells what has become of them. */
public final class Replays {
    private static final String SHADOW = "read_model_next";
    private static final String SCRATCH = "read_model_scratch";
    private static final int LATEST = 50;
    private final ReplayTable table;
    private final ReplayWorker worker;
    private final List<String> names;
    private final Identifiers identifiers;

    /** @param silence after which a node that works on a replay is taken for dead, and another begins it anew */
    public Replays(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            List<Projection> projections,
            Identifiers identifiers,
            Duration silence) {
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(dataSource);
        String process = identifiers.next();
        this.names = projections.stream().map(Projection::name).sorted().toList();
        this.identifiers = identifiers;
        this.table = new ReplayTable(jdbc, new JsonMapper());
        LogPages log = new LogPages(source);
        ShadowTables shadow = new ShadowTables(dataSource, SHADOW);
        ShadowClaim claim = new ShadowClaim(jdbc, SHADOW, process, silence);
        TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        ReplayRun run = new ReplayRun(
                table,
                new LivePositions(jdbc),
                shadow,
                claim,
                new Rebuild(log, shadow, ownTransaction),
                new Comparison(new TableRows(dataSource), shadow, ownTransaction),
                new Explanation(log, new ShadowTables(dataSource, SCRATCH), new ScratchRows(dataSource, SCRATCH)),
                new Swap(dataSource, shadow, new Rebuild(log, shadow, transaction), transaction),
                snapshot);
        this.worker = new ReplayWorker(table, claim, run, projections, process, silence);
    }

    /** What a request became. */
    record Accepted(ReplayView replay, boolean replayed) {}

    /**
     * @param key null if the client sent none
     * @throws io.examledger.query.BadQuery if there is no such projection
     * @throws SwapForbidden if someone else than an operator asks for a swap
     * @throws IdempotencyKeyReused if the key was used with another request
     */
    Accepted request(Caller caller, ReplayRequest request, @Nullable IdempotencyKey key) {
        if (request.swaps() && !caller.is(Role.OPERATOR)) {
            throw new SwapForbidden();
        }
        ReplayJob job = new ReplayJob(identifiers.next(), request.known(names), request.swaps());
        if (table.insert(job, caller.subject(), key == null ? null : key.value())) {
            worker.wake();
            return new Accepted(find(job.replayId()), false);
        }
        ReplayJob earlier = table.byKey(caller.subject(), key == null ? "" : key.value())
                .orElseThrow(() -> new IllegalStateException("a replay was neither taken nor there"));
        if (!earlier.projections().equals(job.projections()) || earlier.swap() != job.swap()) {
            throw new IdempotencyKeyReused();
        }
        return new Accepted(find(earlier.replayId()), true);
    }

    /** @throws NotFound if there is none */
    ReplayView find(String replayId) {
        return table.find(Given.id("replay", replayId)).orElseThrow(() -> new NotFound("replay"));
    }

    List<ReplayView> latest() {
        return table.latest(LATEST);
    }

    /** Does them; a bean of its own, so that a node may take orders without working on them. */
    public ReplayWorker worker() {
        return worker;
    }
}
