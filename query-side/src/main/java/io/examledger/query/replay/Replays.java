package io.examledger.query.replay;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.query.Given;
import io.examledger.query.IdempotencyKeyReused;
import io.examledger.query.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes orders for replays and tells what has become of them. */
public final class Replays {
    private static final int LATEST = 50;

    /** They are done one after the other. */
    private static final int MOST_OPEN = 5;

    private final ReplayTable table;
    private final ReplayWorker worker;
    private final SortedMap<String, Integer> versions;
    private final Identifiers identifiers;

    /** @param versions of all projections, by their names */
    Replays(ReplayTable table, ReplayWorker worker, SortedMap<String, Integer> versions, Identifiers identifiers) {
        this.table = table;
        this.worker = worker;
        this.versions = versions;
        this.identifiers = identifiers;
    }

    /** What a request became. */
    record Accepted(ReplayView replay, boolean replayed) {}

    /**
     * @param key null if the client sent none
     * @throws io.examledger.query.BadQuery if there is no such projection
     * @throws TooManyReplays if too many wait
     * @throws SwapForbidden if someone else than an operator asks for a swap
     * @throws IdempotencyKeyReused if the key was used with another request
     */
    Accepted request(Caller caller, ReplayRequest request, @Nullable IdempotencyKey key) {
        if (request.swaps() && !caller.is(Role.OPERATOR)) {
            throw new SwapForbidden();
        }
        SortedMap<String, Integer> chosen = new TreeMap<>(versions);
        chosen.keySet().retainAll(request.known(List.copyOf(versions.keySet())));
        ReplayJob job = new ReplayJob(identifiers.next(), chosen, request.swaps());
        Optional<ReplayJob> known = key == null ? Optional.empty() : table.byKey(caller.subject(), key.value());
        if (known.isEmpty() && table.open().size() >= MOST_OPEN) {
            throw new TooManyReplays(MOST_OPEN);
        }
        if (known.isEmpty() && table.insert(job, caller.subject(), key == null ? null : key.value())) {
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
