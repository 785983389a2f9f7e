package io.examledger.eventstore;

/**
 * Group append: the units of work that finish while a commit is under way are stored together by the next one, in one
 * transaction ({@link GroupCommit}). Nobody is told before the commit.
 */
final class GroupAppender {
    private static final int MAX_ROWS = 2_000;

    private final Group<Append, Long> group;

    GroupAppender(GroupCommit commit) {
        group = new Group<>(Append::rows, MAX_ROWS, commit::store);
    }

    /**
     * Returns when the append is durable. An interrupt does not end the waiting; it is kept for the caller.
     *
     * @return position of the last event stored; of the last one before it where the append has none
     * @throws RuntimeException what {@link LogWriter#write} throws for this append alone, or
     *     {@link AppendOutcomeUnknownException}
     */
    long append(Append append) {
        return group.ask(append);
    }
}
