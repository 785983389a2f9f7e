package io.examledger.command.appointment;

import io.examledger.command.Fields;
import io.examledger.command.examsession.ExamSessions;
import io.examledger.command.examsession.Seat;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where and when somebody wants to sit. */
public sealed interface Place {
    DeliveryMode mode();

    ExamSessionId sessionId();

    /** The seat, whether or not it is free. */
    Seat seat(ExamSessions sessions);

    /** A session of a site. */
    record AtSite(ExamSessionId sessionId) implements Place {
        @Override
        public DeliveryMode mode() {
            return DeliveryMode.TEST_CENTER;
        }

        @Override
        public Seat seat(ExamSessions sessions) {
            return sessions.atSite(sessionId);
        }
    }

    /** At home. */
    record Online(Instant start) implements Place {
        @Override
        public DeliveryMode mode() {
            return DeliveryMode.ONLINE_PROCTORED;
        }

        @Override
        public ExamSessionId sessionId() {
            return ExamSessionId.online(start);
        }

        @Override
        public Seat seat(ExamSessions sessions) {
            return ExamSessions.online(start);
        }
    }

    /**
     * Reads the place of a request: {@code sessionId} at a test center, {@code start} online.
     *
     * @throws io.examledger.command.Refused if there is not exactly the one that the mode needs
     */
    static Place of(DeliveryMode mode, @Nullable String sessionId, @Nullable Instant start) {
        return switch (mode) {
            case TEST_CENTER -> {
                if (start != null) {
                    throw Fields.bad("start", "is the session's at a test center; give sessionId alone");
                }
                yield new AtSite(Fields.value(sessionId, "sessionId", ExamSessionId::new));
            }
            case ONLINE_PROCTORED -> {
                if (sessionId != null) {
                    throw Fields.bad("sessionId", "is for test centers; online give start alone");
                }
                yield Fields.value(start, "start", Place::online);
            }
        };
    }

    private static Online online(Instant start) {
        Online online = new Online(start);
        if (online.sessionId().value().length() != "online-2026010100".length()) {
            throw new IllegalArgumentException("has a year of four digits");
        }
        return online;
    }
}
