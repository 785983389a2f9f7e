package io.examledger.platform.model;

import io.examledger.command.appointment.Place;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where and when an exam can start: sessions, seats, validity and waits. */
final class Starts {
    private static final int POOL = 500;
    private final World world;

    Starts(World world) {
        this.world = world;
    }

    @Nullable
    Session session(Place place) {
        String id = place.sessionId().value();
        return switch (place) {
            case Place.AtSite site -> {
                Session session = world.sessions.get(id);
                yield session == null || session.online ? null : session;
            }
            case Place.Online online -> {
                Session hour = world.sessions.get(id);
                yield hour == null
                        ? new Session(id, true, online.start().truncatedTo(ChronoUnit.HOURS), List.of(), POOL)
                        : hour;
            }
        };
    }

    static Instant start(Place place, Session session) {
        return place instanceof Place.Online online ? online.start() : session.start;
    }

    void take(Session session, Sitting sitting) {
        world.sessions.putIfAbsent(session.id, session);
        session.taken.add(sitting.id);
    }

    /** APT-5, ORD-4, RES-2. */
    void requireStart(Verdict verdict, Registration registration, Instant start, Instant at) {
        verdict.unless(registration.order.isValid(at), "order.expired")
                .unless(start.isAfter(at) && registration.order.isValid(start), "appointment.start-not-possible")
                .unless(!start.isBefore(earliest(registration)), "candidacy.retake-too-early");
    }

    /** RES-2: the wait after the failures since the last pass. */
    Instant earliest(Registration registration) {
        List<Sitting> inOrder = world.attempts(registration.examinee, registration.order.subject).stream()
                .sorted(Comparator.comparing(attempt -> attempt.start))
                .toList();
        List<Sitting> failures = inOrder;
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).outcome == ExamOutcome.PASS) {
                failures = inOrder.subList(i + 1, inOrder.size());
            }
        }
        if (failures.isEmpty()) {
            return Instant.MIN;
        }
        int wait = Math.min(failures.size(), world.figures.retakeWaits().size()) - 1;
        return RuleFigures.plus(
                failures.getLast().start, world.figures.retakeWaits().get(wait));
    }

    static void requireSeat(Verdict verdict, Session session, String subject, boolean hasOne) {
        verdict.unless(
                        session.subjects.isEmpty() || session.subjects.contains(subject),
                        "exam-session.subject-not-offered")
                .unless(hasOne || session.taken.size() < session.seats, "exam-session.full");
    }
}
