package io.examledger.kernel.examsession;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import java.util.List;

/** What happens to the seats of one start (APT-8). */
public sealed interface ExamSessionEvent {
    String sessionId();

    /**
     * A site offers seats.
     *
     * @param subjects codes of the subjects that can be sat; empty for all
     */
    @EventType(value = "exam-session.opened", rules = "APT-8")
    record Opened(String sessionId, String siteId, Instant start, List<String> subjects, int seats, Instant openedAt)
            implements ExamSessionEvent {
        public Opened {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Somebody wants to sit online in an hour that nobody had asked for.
     *
     * @param from begin of the hour
     * @param policyVersion version of the policy that decided {@code seats}
     */
    @EventType(value = "exam-session.online-opened", rules = "APT-8")
    record OnlineOpened(String sessionId, Instant from, int seats, int policyVersion, Instant openedAt)
            implements ExamSessionEvent {}

    @EventType(value = "exam-session.seat-taken", rules = "APT-8")
    record SeatTaken(String sessionId, String appointmentId, Instant takenAt) implements ExamSessionEvent {}

    /** The appointment was moved or cancelled. */
    @EventType(
            value = "exam-session.seat-given-back",
            rules = {"APT-1", "APT-8"})
    record SeatGivenBack(String sessionId, String appointmentId, Instant givenBackAt) implements ExamSessionEvent {}
}
