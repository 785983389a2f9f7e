package io.examledger.command.deadline;

import java.time.Instant;

/** What an event does to one deadline. The key names it within its kind. */
public sealed interface DeadlineChange {
    /** Longest key. */
    int LONGEST_KEY = 128;

    /** At most {@value #LONGEST_KEY} characters: an aggregate's id, with more behind it if it has several deadlines. */
    String key();

    /** The deadline is due then; one that was set under the key before is replaced. */
    record Set(String key, Instant due) implements DeadlineChange {
        public Set {
            requireShort(key);
        }
    }

    /** There is no such deadline any more. */
    record Lift(String key) implements DeadlineChange {
        public Lift {
            requireShort(key);
        }
    }

    private static void requireShort(String key) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a deadline's key has 1 to " + LONGEST_KEY + " characters: " + key);
        }
    }
}
