package io.examledger.benchmarks.history;

import io.examledger.benchmarks.commands.RandomText;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ConsentDocument;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appointments of the registration that the teller knows (APT-1 to APT-8). */
final class Exams {
    private static final double MOVED = 0.12;
    private static final double CANCELLED = 0.06;
    private static final double INTERRUPTED = 0.02;
    private static final double MISSED = 0.04;
    private static final double REJECTED = 0.01;

    private final Teller teller;
    private final Sessions sessions;
    private final Messages messages;
    private final Results results;

    Exams(Teller teller, Sessions sessions, Messages messages) {
        this.teller = teller;
        this.sessions = sessions;
        this.messages = messages;
        this.results = new Results(teller);
    }

    /**
     * Appointments until the registration is used up, or nobody wants another.
     *
     * @return whether it is used up
     */
    boolean sit() {
        boolean used = attempt();
        return used || attempt();
    }

    /**
     * One appointment, and what becomes of it.
     *
     * @return whether the registration is used up
     */
    private boolean attempt() {
        schedule();
        if (teller.chance(MOVED)) {
            move();
        }
        if (teller.chance(CANCELLED)) {
            teller.tell(AppointmentEvent.Cancelled.class);
            teller.tell(ExamSessionEvent.SeatGivenBack.class);
            withdraw();
            String notice = notice(AppointmentNotice.CANCELLED, null);
            teller.done();
            announce(notice, "cancelled");
            return false;
        }
        return attend();
    }

    /**
     * The day of the appointment.
     *
     * @return whether the registration is used up
     */
    boolean attend() {
        teller.at(teller.known("start", Instant.class));
        return showUp();
    }

    /** An appointment, and nothing more yet. */
    void schedule() {
        DeliveryMode mode = teller.chance(0.5) ? DeliveryMode.TEST_CENTER : DeliveryMode.ONLINE_PROCTORED;
        sessions.choose(mode);
        boolean online = mode == DeliveryMode.ONLINE_PROCTORED;
        teller.know("actor", teller.text("examinee"))
                .know("appointmentId", Teller.newId())
                .know("authorizationDigest", online ? RandomText.digest() : null)
                .know("authorizationSealed", online ? RandomText.sealed() : null);
        List<Consent> consents = List.of(
                new Consent(ConsentDocument.PRIVACY_DISCLOSURE, "1", teller.now()),
                new Consent(ConsentDocument.EXAM_RULES, "1", teller.now()));
        teller.tell(AppointmentEvent.Scheduled.class, Map.of("consents", consents));
        teller.tell(SittingEvent.AppointmentMade.class);
        if (byCode()) {
            teller.tell(RedeemCodeEvent.Scheduled.class);
        }
        teller.tell(ExamSessionEvent.SeatTaken.class);
        String notice = notice(AppointmentNotice.SCHEDULED, null);
        teller.done();
        announce(notice, "scheduled");
    }

    private boolean byCode() {
        return teller.knows("redeemCodeId");
    }

    private void move() {
        Instant previous = teller.known("start", Instant.class);
        String session = teller.text("sessionId");
        teller.know("actor", teller.text("examinee"));
        sessions.choose(teller.known("deliveryMode", DeliveryMode.class));
        teller.tell(AppointmentEvent.Rescheduled.class, Map.of("previousStart", previous));
        teller.tell(ExamSessionEvent.SeatGivenBack.class, Map.of("sessionId", session));
        teller.tell(ExamSessionEvent.SeatTaken.class);
        teller.tell(SittingEvent.AppointmentMoved.class);
        String notice = notice(AppointmentNotice.RESCHEDULED, previous);
        teller.done();
        announce(notice, "rescheduled");
    }

    private void withdraw() {
        teller.tell(SittingEvent.AppointmentWithdrawn.class);
        if (byCode()) {
            teller.tell(RedeemCodeEvent.Unscheduled.class, Map.of("status", RedeemCodeStatus.BOUND));
        }
    }

    private String notice(AppointmentNotice notice, @Nullable Instant previousStart) {
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("notice", notice);
        own.put("previousStart", previousStart);
        if (teller.knows("siteId")) {
            own.put("venue", new Venue("Center " + teller.text("siteId"), "1 Long Street", "Europe/Vienna"));
        }
        return teller.tell(AppointmentNoticeEvent.Due.class, own);
    }

    private void announce(String notice, String what) {
        String where = teller.knows("siteId") ? "at-site" : "online";
        messages.announce(
                notice,
                teller.text("examinee"),
                "appointment.%s-%s".formatted(what, where).toLowerCase(Locale.ROOT),
                Channel.EMAIL,
                Channel.SMS);
        teller.know("actor", teller.text("examinee"));
    }

    private boolean showUp() {
        double draw = teller.random().nextDouble();
        if (draw < MISSED) {
            teller.tell(ExamDayEvent.Missed.class);
            results.use();
            return true;
        }
        Map<String, ?> shown = results.documents();
        if (draw < MISSED + REJECTED) {
            teller.tell(ExamDayEvent.IdentityRejected.class, shown);
            results.use();
            return true;
        }
        begin(shown);
        if (draw < MISSED + REJECTED + INTERRUPTED) {
            teller.tell(ExamDayEvent.Interrupted.class, Map.of("contentExposed", false));
            withdraw();
            teller.done();
            return false;
        }
        results.tell();
        return true;
    }

    /** Online the exam begins with the later of launch and check-in (ADR 0022). */
    private void begin(Map<String, ?> shown) {
        boolean online = !teller.knows("siteId");
        if (online) {
            teller.tell(ExamDayEvent.Launched.class);
            teller.tell(SittingEvent.SessionLaunched.class);
            teller.done();
        }
        teller.tell(ExamDayEvent.CheckedIn.class, shown);
        teller.tell(SittingEvent.ExamBegun.class);
        teller.done();
    }
}
