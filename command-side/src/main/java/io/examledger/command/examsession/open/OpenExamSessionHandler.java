package io.examledger.command.examsession.open;

import io.examledger.command.Refusals;
import io.examledger.command.examsession.ExamSession;
import io.examledger.command.site.Site;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Opens sessions: of a site that there is, in the future, one for each start. */
public class OpenExamSessionHandler {
    private final Repository<Site> sites;
    private final Repository<ExamSession> sessions;

    public OpenExamSessionHandler(Repository<Site> sites, Repository<ExamSession> sessions) {
        this.sites = sites;
        this.sessions = sessions;
    }

    @CommandHandler
    public ExamSessionOpened handle(OpenExamSession command) throws Exception {
        sites.load(command.siteId().value());
        if (!command.start().isAfter(command.at())) {
            throw Refusals.conflict("exam-session.in-the-past", "A session starts in the future.");
        }
        String id = command.sessionId().value();
        if (isKnown(id)) {
            throw Refusals.conflict(
                    "exam-session.start-taken",
                    "The site has a session at this start already: one session for each start (APT-8).");
        }
        sessions.newInstance(() -> ExamSession.open(command));
        return new ExamSessionOpened(id, command.start());
    }

    private boolean isKnown(String id) {
        try {
            sessions.load(id);
            return true;
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }

    /** The answer. */
    public record ExamSessionOpened(String sessionId, Instant start) {}
}
