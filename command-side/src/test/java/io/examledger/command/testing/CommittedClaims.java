package io.examledger.command.testing;

import io.examledger.command.Claims;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Claims in a map. As in the ledger, a claim is nobody's until its unit of work commits. */
public final class CommittedClaims implements Claims {
    private final Map<String, String> holders = new HashMap<>();

    @Override
    public void claim(String kind, String name, String holder) {
        CurrentUnitOfWork.get().onCommit(work -> hold(kind, name, holder));
    }

    /** A claim of the past. */
    void hold(String kind, String name, String holder) {
        if (holders.putIfAbsent(kind + " " + name, holder) != null) {
            throw new IllegalStateException(kind + " " + name + " is taken");
        }
    }

    @Override
    public Optional<String> holderOf(String kind, String name) {
        return Optional.ofNullable(holders.get(kind + " " + name));
    }

    /** How many names are held. */
    public int size() {
        return holders.size();
    }
}
