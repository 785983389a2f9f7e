package io.examledger.benchmarks.history;

import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Seats to sit on: a session is opened when the one before is full, or too near. */
final class Sessions {
    private static final int SEATS = 20;
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration NEAREST = Duration.ofDays(4);
    private static final Duration EXAM = Duration.ofMinutes(90);

    private final Teller teller;
    private final Map<DeliveryMode, Open> open = new EnumMap<>(DeliveryMode.class);
    private final String site = Teller.newId();

    private static final class Open {
        private final String id;
        private final Instant start;
        private int left = SEATS;

        Open(String id, Instant start) {
            this.id = id;
            this.start = start;
        }
    }

    Sessions(Teller teller) {
        this.teller = teller;
    }

    void openSite() {
        teller.know("actor", "operator").know("siteId", site);
        teller.tell(
                SiteEvent.Opened.class,
                Map.of("name", "Center " + site, "address", "1 Long Street", "zone", "Europe/Vienna"));
        teller.done();
    }

    /** Lets the teller know session, site and times of a seat that is free. */
    void choose(DeliveryMode mode) {
        boolean online = mode == DeliveryMode.ONLINE_PROCTORED;
        Open session = session(mode);
        session.left--;
        Instant showUpFrom = session.start.minus(online ? Duration.ofMinutes(10) : Duration.ofMinutes(30));
        teller.know("deliveryMode", mode)
                .know("sessionId", session.id)
                .know("siteId", online ? null : site)
                .know("start", session.start)
                .know("end", session.start.plus(EXAM))
                .know("showUpFrom", showUpFrom)
                .know("showUpUntil", online ? session.start.plus(Duration.ofMinutes(20)) : session.start);
    }

    private Open session(DeliveryMode mode) {
        Open last = open.get(mode);
        if (last != null
                && last.left > 0
                && last.start.isAfter(teller.now().plus(NEAREST))
                && last.start.isBefore(teller.now().plus(AHEAD.multipliedBy(2)))) {
            return last;
        }
        Open next = new Open(Teller.newId(), teller.now().plus(AHEAD));
        Map<String, Object> own = Map.of("sessionId", next.id, "seats", SEATS, "start", next.start, "from", next.start);
        if (mode == DeliveryMode.ONLINE_PROCTORED) {
            teller.tell(ExamSessionEvent.OnlineOpened.class, own);
        } else {
            teller.know("siteId", site).know("subjects", List.of());
            teller.tell(ExamSessionEvent.Opened.class, own);
        }
        teller.done();
        open.put(mode, next);
        return next;
    }
}
