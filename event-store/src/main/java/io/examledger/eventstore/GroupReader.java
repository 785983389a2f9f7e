package io.examledger.eventstore;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Group read: the streams that are asked for while a query is under way are read together by the next one. Under load the
 * cost of a query is shared by many commands.
 */
final class GroupReader {
    /** Streams read by one query. */
    private static final int MAX_STREAMS = 200;

    private final Group<Set<String>, Streams> group;
    private final Function<Collection<String>, Streams> query;

    GroupReader(Function<Collection<String>, Streams> query) {
        this.query = query;
        this.group = new Group<>(Set::size, MAX_STREAMS, this::read);
    }

    /**
     * Returns the streams of these aggregates, and maybe others. An interrupt is kept for the caller.
     *
     * @throws LogUnavailableException if the log could not be read
     */
    Streams streams(Set<String> aggregateIds) {
        return group.ask(aggregateIds);
    }

    private Runnable read(List<Member<Set<String>, Streams>> members) {
        Set<String> wanted = new LinkedHashSet<>();
        members.forEach(member -> wanted.addAll(member.request()));
        Streams found;
        try {
            found = query.apply(wanted);
        } catch (RuntimeException | Error e) {
            return () -> members.forEach(this::readAlone);
        }
        return () -> members.forEach(member -> member.succeed(found));
    }

    /** So that an id the database does not take, or a broken connection, fails nobody else. */
    private void readAlone(Member<Set<String>, Streams> member) {
        try {
            member.succeed(query.apply(member.request()));
        } catch (RuntimeException | Error e) {
            member.fail(e);
        }
    }
}
