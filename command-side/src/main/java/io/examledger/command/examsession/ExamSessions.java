package io.examledger.command.examsession;

import io.examledger.command.Refusals;
import io.examledger.command.site.Site;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The sessions as appointments see them. A session of the online pool begins with the first who wants a seat. */
public class ExamSessions {
    private final Repository<ExamSession> repository;
    private final Repository<Site> sites;
    private final PoolPolicy pool;

    public ExamSessions(Repository<ExamSession> repository, Repository<Site> sites, PoolPolicy pool) {
        this.repository = repository;
        this.sites = sites;
        this.pool = pool;
    }

    /** A seat of a site's session, whether or not one is free. */
    public Seat atSite(ExamSessionId id) {
        Seat seat = load(id).invoke(ExamSession::seat);
        if (seat.siteId() == null) {
            throw unknown();
        }
        return seat;
    }

    /** A seat at home, whether or not one is free. */
    public static Seat online(Instant start) {
        return new Seat(ExamSessionId.online(start), null, start);
    }

    /**
     * The place that people are told of (APT-7).
     *
     * @param siteId null online
     * @return null online
     */
    public @Nullable Venue venue(@Nullable String siteId) {
        return siteId == null ? null : sites.load(siteId).invoke(Site::venue);
    }

    /** APT-8. */
    public void take(Seat seat, String appointment, SubjectCode subject, Instant at) {
        Aggregate<ExamSession> session = seat.siteId() == null ? online(seat, at) : load(seat.sessionId());
        session.execute(s -> s.take(appointment, subject.value(), at));
    }

    public void giveBack(ExamSessionId id, String appointment, Instant at) {
        repository.load(id.value()).execute(session -> session.giveBack(appointment, at));
    }

    private Aggregate<ExamSession> load(ExamSessionId id) {
        try {
            return repository.load(id.value());
        } catch (AggregateNotFoundException e) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return Refusals.conflict(
                "exam-session.unknown", "There is no session with this id; ask the site for its sessions.");
    }

    private Aggregate<ExamSession> online(Seat seat, Instant at) {
        try {
            return repository.load(seat.sessionId().value());
        } catch (AggregateNotFoundException e) {
            return begin(seat, at);
        }
    }

    private Aggregate<ExamSession> begin(Seat seat, Instant at) {
        try {
            return repository.newInstance(() -> ExamSession.openOnline(seat.sessionId(), seat.start(), pool, at));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
