package io.examledger.eventstore;

import io.examledger.eventstore.proof.Fault;
import io.examledger.eventstore.proof.LogCheck;
import io.examledger.eventstore.proof.LoggedEvent;
import io.examledger.eventstore.tree.LoggedRows;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Recomputes the chain of the whole log, page by page: memory does not grow with the log, and no transaction stays open. */
public final class ChainCheck {
    private static final int PAGE = 1_000;

    private final LoggedRows rows;

    public ChainCheck(DataSource dataSource) {
        this.rows = new LoggedRows(dataSource);
    }

    /**
     * What the check found.
     *
     * @param events number of events up to the fault, or of all
     * @param head hash of the last good event, in hexadecimal
     * @param faultAt first position that is missing or whose row is not what was chained
     */
    public record Result(long events, String head, Optional<Long> faultAt) {
        public boolean intact() {
            return faultAt.isEmpty();
        }
    }

    /** @throws LogUnavailableException if the log cannot be read */
    public Result run() {
        LogCheck check = LogCheck.fromStart(List.of());
        long after = LoggedRows.BEFORE_ALL;
        List<LoggedEvent> page;
        do {
            page = rows.after(after, Long.MAX_VALUE, PAGE);
            for (LoggedEvent event : page) {
                Optional<Fault> fault = check.next(event);
                if (fault.isPresent()) {
                    return result(check, fault.map(Fault::position));
                }
                after = event.position();
            }
        } while (page.size() == PAGE);
        return result(check, Optional.empty());
    }

    private static Result result(LogCheck check, Optional<Long> faultAt) {
        return new Result(check.position(), check.hash().toString(), faultAt);
    }
}
