package io.examledger.platform.axon;

import io.examledger.command.Claims;
import io.examledger.eventstore.Attachments;
import io.examledger.eventstore.Claim;
import io.examledger.eventstore.Ledger;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Claims that commit with the events of the running command. */
final class LedgerClaims implements Claims {
    private final Ledger ledger;

    LedgerClaims(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void claim(String kind, String name, String holder) {
        Attachments.of(CurrentUnitOfWork.get()).claim(new Claim(kind, name, holder));
    }

    @Override
    public Optional<String> holderOf(String kind, String name) {
        return ledger.holderOf(kind, name);
    }
}
