package io.examledger.benchmarks.commands;

import io.examledger.command.Claims;
import java.util.Optional;

/** Claims as an application on Axon's own store would make them: a row in the command's transaction. */
final class InsertedClaims implements Claims {
    private final Insert insert;

    InsertedClaims(Insert insert) {
        this.insert = insert;
    }

    /** Inserts the row. */
    interface Insert {
        void claim(String kind, String name, String holder);
    }

    @Override
    public void claim(String kind, String name, String holder) {
        insert.claim(kind, name, holder);
    }

    /** No handler that is measured asks. */
    @Override
    public Optional<String> holderOf(String kind, String name) {
        throw new UnsupportedOperationException("no command that is measured looks a name up");
    }
}
