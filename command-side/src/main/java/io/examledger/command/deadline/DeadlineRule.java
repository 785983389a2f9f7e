package io.examledger.command.deadline;

import java.time.Instant;
import java.util.List;

/**
 * What must happen at a time: which events set a deadline, move it or lift it, and which command is sent when it comes. The
 * platform keeps the deadlines in a table that is folded from the events, and sends each command once in a cluster (ADR
 * 0011). To add a rule, make it a bean; nothing else is needed.
 *
 * <p>A command may come late, and once more after a crash: its handler looks at the time it carries and at what has
 * happened, changes nothing where nothing is to be done any more, and answers {@code Done}. One that is refused is done
 * with; one that fails is sent again after a pause. What must happen again later is a new deadline, set by the event that
 * the command led to.
 */
public interface DeadlineRule {
    /** Longest kind. */
    int LONGEST_KIND = 40;

    /** Kebab case, unique among the rules, at most {@value #LONGEST_KIND} characters. Stored: it never changes. */
    String kind();

    /**
     * What an event changes about the deadlines of this kind. A function of the event and of settings: no clock, nothing
     * looked up elsewhere, so that the table can be folded again.
     *
     * @return empty for every event that is of no interest, which are nearly all
     */
    List<DeadlineChange> after(Object event);

    /**
     * The command for a deadline that has come. Something may be looked up here; a failure is tried again later.
     *
     * @param key as it was set
     * @param now the time that the command is to carry; at or after the deadline
     * @return a command whose handler answers {@code Done}
     */
    Object command(String key, Instant now);
}
