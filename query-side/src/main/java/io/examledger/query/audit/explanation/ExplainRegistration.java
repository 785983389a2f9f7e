package io.examledger.query.audit.explanation;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.query.NotFound;
import io.examledger.query.audit.Mention;
import io.examledger.query.audit.Mention.Kind;
import io.examledger.query.audit.explanation.Attempts.Attempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a registration is open or has ended, and why its examinee can or cannot schedule (APT-5, RES-2). */
public final class ExplainRegistration {
    private final Histories histories;
    private final PolicyFigures figures;

    public ExplainRegistration(Histories histories, PolicyFigures figures) {
        this.histories = histories;
        this.figures = figures;
    }

    /** @throws NotFound if there is no such registration */
    public Explanation of(String id, Instant now) {
        Fact<CandidacyEvent> first =
                histories.mentioning(new Mention(Kind.REGISTRATION, id), 10).last(CandidacyEvent.class, event -> true);
        if (first == null) {
            throw new NotFound("registration");
        }
        History candidacy = histories.of(first.event().candidacyId());
        Attempts attempts = Attempts.of(candidacy);
        RegistrationState state = RegistrationState.of(id, candidacy, attempts, now);
        return new Explanation(
                id, now, List.of(state.status(), schedulable(state, attempts, now), retake(state, attempts, now)));
    }

    /** In the order in which scheduling is refused. */
    private static Reason schedulable(RegistrationState state, Attempts attempts, Instant now) {
        String topic = "can-be-scheduled";
        Attempt pending = attempts.pending(now);
        if (pending != null) {
            return Reason.of(topic, "RES-2", "No: " + pendingUntil(pending), pending.fact());
        }
        Reason ended = state.ended();
        if (ended != null) {
            return new Reason(
                    topic,
                    "No: the registration has ended. " + ended.answer(),
                    ended.rule(),
                    ended.decidedBy(),
                    ended.figures());
        }
        Fact<CandidacyEvent> live = state.live();
        return live == null
                ? Reason.of(
                        topic,
                        "APT-5",
                        "Yes: the start must be in the future, before %s, and past any retake wait."
                                .formatted(state.validUntil()),
                        state.opened())
                : Reason.of(topic, "APT-5", "No: there is a live appointment on it already.", state.opened(), live);
    }

    private static String pendingUntil(Attempt pending) {
        return pending.outcome() == null
                ? "the exam of %s has no result yet, and a pending result blocks a new appointment."
                        .formatted(pending.start())
                : "the result of the exam of %s is pending until %s (RES-1)."
                        .formatted(pending.start(), pending.releaseAt());
    }

    /** While a result is pending nothing is said of a wait, which would tell what it is (RES-1). */
    private Reason retake(RegistrationState state, Attempts attempts, Instant now) {
        String topic = "retake-wait";
        @Nullable Attempt pending = attempts.pending(now);
        if (pending != null) {
            return Reason.of(topic, "RES-1", "Known once the pending result is released.", pending.fact());
        }
        List<Attempt> failures = attempts.failures();
        if (failures.isEmpty()) {
            return Reason.of(topic, "RES-2", "None: there is no failure since the last pass.", state.opened());
        }
        Instant earliest = figures.earliestRetake(failures.getLast().start(), failures.size());
        Fact<?>[] deciding = failures.stream().map(Attempt::fact).toArray(Fact<?>[]::new);
        String over = earliest.isAfter(now) ? "" : " That is over.";
        return Reason.of(
                topic,
                "RES-2",
                "An exam can start from %s on: failure %d in a row was the exam of %s.%s"
                        .formatted(earliest, failures.size(), failures.getLast().start(), over),
                deciding);
    }
}
