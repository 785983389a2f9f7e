package io.examledger.command.message.deliver;

import java.time.Duration;

/** How handing a message over ended. Reasons are codes: what the other side said may name the address. */
public sealed interface Handover {
    /** The other side has taken it over. */
    record Accepted() implements Handover {}

    /** It stands in the process's log: nobody was there to take it. */
    record OnlyLogged() implements Handover {}

    /**
     * It was not taken over, but might be later.
     *
     * @param pause that the other side asked for; zero if it did not
     */
    record Failed(String reason, Duration pause) implements Handover {
        public Failed(String reason) {
            this(reason, Duration.ZERO);
        }
    }

    /** It will never be taken over. */
    record Refused(String reason) implements Handover {}

    /** The connection ended before the other side said whether it has it. */
    record InDoubt(String reason) implements Handover {}
}
