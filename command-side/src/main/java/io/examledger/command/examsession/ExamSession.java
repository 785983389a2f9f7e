package io.examledger.command.examsession;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.command.examsession.open.OpenExamSession;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Seats at one start of a site, or in one hour of the online pool: never more taken than there are (APT-8). */
public class ExamSession {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String sessionId;

    private @Nullable String siteId;
    private Instant start = Instant.MIN;
    private List<String> subjects = List.of();
    private int seats;
    private final Set<String> taken = new HashSet<>();

    /** For Axon, before the first event. */
    protected ExamSession() {}

    /** A site offers seats. */
    public static ExamSession open(OpenExamSession command) {
        ExamSession session = new ExamSession();
        apply(new ExamSessionEvent.Opened(
                command.sessionId().value(),
                command.siteId().value(),
                command.start(),
                command.subjects(),
                command.seats(),
                command.at()));
        return session;
    }

    /** The first to sit online in an hour opens its seats. */
    static ExamSession openOnline(ExamSessionId id, Instant start, PoolPolicy policy, Instant at) {
        ExamSession session = new ExamSession();
        apply(new ExamSessionEvent.OnlineOpened(
                id.value(), start.truncatedTo(ChronoUnit.HOURS), policy.seatsPerHour(), policy.version(), at));
        return session;
    }

    /** Where and when a seat of a site is. */
    Seat seat() {
        return new Seat(new ExamSessionId(sessionId), siteId, start);
    }

    /** The last seat goes to exactly one (APT-8). */
    void take(String appointment, String subject, Instant at) {
        if (!subjects.isEmpty() && !subjects.contains(subject)) {
            throw Refusals.conflict(
                    "exam-session.subject-not-offered",
                    "The subject cannot be sat in this session, only " + String.join(", ", subjects) + ".");
        }
        if (taken.size() >= seats) {
            throw Refusals.conflict(
                    "exam-session.full",
                    "All %d seats are taken (APT-8); another session may have one.".formatted(seats));
        }
        apply(new ExamSessionEvent.SeatTaken(sessionId, appointment, at));
    }

    void giveBack(String appointment, Instant at) {
        if (!taken.contains(appointment)) {
            throw new IllegalStateException("appointment " + appointment + " has no seat in " + sessionId);
        }
        apply(new ExamSessionEvent.SeatGivenBack(sessionId, appointment, at));
    }

    @EventSourcingHandler
    void evolve(ExamSessionEvent.Opened event) {
        sessionId = event.sessionId();
        siteId = event.siteId();
        start = event.start();
        subjects = event.subjects();
        seats = event.seats();
    }

    @EventSourcingHandler
    void evolve(ExamSessionEvent.OnlineOpened event) {
        sessionId = event.sessionId();
        start = event.from();
        seats = event.seats();
    }

    @EventSourcingHandler
    void evolve(ExamSessionEvent.SeatTaken event) {
        taken.add(event.appointmentId());
    }

    @EventSourcingHandler
    void evolve(ExamSessionEvent.SeatGivenBack event) {
        taken.remove(event.appointmentId());
    }
}
