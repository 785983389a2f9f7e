package io.examledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What commits with the events of a unit of work: claims and a receipt. After the commit it knows the position of the
 * unit's last event.
 */
public final class Attachments {
    private static final String RESOURCE = Attachments.class.getName();

    private final List<Claim> claims = new ArrayList<>();
    private @Nullable Receipt receipt;
    private long position = -1;

    private Attachments() {}

    /** Those of this unit of work, which are empty at first. */
    public static Attachments of(UnitOfWork<?> unitOfWork) {
        UnitOfWork<?> root = unitOfWork.root();
        return root.getOrComputeResource(RESOURCE, key -> {
            Attachments attachments = new Attachments();
            root.onCommit(committing -> attachments.refuseLostClaims());
            return attachments;
        });
    }

    /** Claims travel with events; without any, nothing would be written and the name would only seem to be held. */
    private void refuseLostClaims() {
        if (!claims.isEmpty() && position < 0) {
            throw new IllegalStateException("the unit of work claimed a name and published no event");
        }
    }

    /**
     * Claims a name; if another aggregate holds it at the commit, the append fails as a whole.
     *
     * @throws IllegalStateException if the unit of work has appended its events already
     */
    public void claim(Claim claim) {
        refuseIfStored();
        claims.add(claim);
    }

    /** @throws IllegalStateException if the unit of work has a receipt already, or has appended its events */
    public void receipt(Receipt answered) {
        refuseIfStored();
        if (receipt != null) {
            throw new IllegalStateException("a unit of work answers one request");
        }
        receipt = answered;
    }

    /** Position of the last event stored, or of the head where there was no event; empty before the append. */
    public OptionalLong position() {
        return position < 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }

    private void refuseIfStored() {
        if (position >= 0) {
            throw new IllegalStateException("the events are stored already: nothing can be attached to them");
        }
    }

    Append with(List<NewEvent> events) {
        return new Append(events, claims, receipt);
    }

    void storedAt(long last) {
        position = last;
    }
}
