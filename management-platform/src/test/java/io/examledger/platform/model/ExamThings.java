package io.examledger.platform.model;

import io.examledger.command.appointment.Place;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the model knows of that has to do with exams. */
final class ExamThings {
    private ExamThings() {}

    enum RegistrationState {
        OPEN,
        WITHDRAWN,
        EXPIRED,
        REFUNDED,
        USED
    }

    static final class Registration {
        final String id;
        final String examinee;
        final Order order;
        final @Nullable Code code;
        RegistrationState state = RegistrationState.OPEN;
        boolean everScheduled;

        @Nullable
        Sitting live;

        final List<Sitting> sittings = new ArrayList<>();

        Registration(String id, String examinee, Order order, @Nullable Code code) {
            this.id = id;
            this.examinee = examinee;
            this.order = order;
            this.code = code;
        }

        /** ORD-4: the order's end has been here, whatever instant a command carries that comes after it. */
        boolean hasOutlivedOrder() {
            return code == null ? order.expired : order.codesExpired;
        }
    }

    static final class Sitting {
        final String id;
        final Registration registration;
        final DeliveryMode mode;
        final Duration length;
        final @Nullable String authorization;
        Session session;
        Instant start;
        boolean checkedIn;
        boolean launched;
        /** Counts as an attempt for RES-2. */
        boolean attempted;

        boolean attended;
        String end = "";

        @Nullable
        ExamOutcome outcome;

        @Nullable
        Score score;

        boolean released;

        Sitting(
                String id,
                Registration registration,
                Duration length,
                @Nullable String authorization,
                Place place,
                Session session,
                Instant start) {
            this.id = id;
            this.registration = registration;
            this.mode = place.mode();
            this.length = length;
            this.authorization = authorization;
            this.session = session;
            this.start = start;
        }

        boolean hasShownUp() {
            return mode == DeliveryMode.ONLINE_PROCTORED ? launched : checkedIn;
        }

        /** APT-3: online it takes a launch and documents. */
        boolean hasBegun() {
            return checkedIn && hasShownUp();
        }
    }

    static final class Session {
        final String id;
        final boolean online;
        final Instant start;
        final List<String> subjects;
        final int seats;
        final Set<String> taken = new HashSet<>();

        Session(String id, boolean online, Instant start, List<String> subjects, int seats) {
            this.id = id;
            this.online = online;
            this.start = start;
            this.subjects = subjects;
            this.seats = seats;
        }
    }
}
