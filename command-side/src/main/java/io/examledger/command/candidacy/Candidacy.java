package io.examledger.command.candidacy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.examledger.command.Refusals;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One person in one subject: at most one open registration (APT-5). */
public class Candidacy {
    // Null until the first event is applied: Axon then reads the identifier from that event.
    @AggregateIdentifier
    @SuppressWarnings("NullAway.Init")
    private String id;

    private String examinee = "";
    private String subject = "";
    private @Nullable String registrationId;
    private Instant validUntil = Instant.MIN;
    private String owner = "";
    private String orderId = "";
    private @Nullable String redeemCodeId;

    /** For Axon, before the first event. */
    protected Candidacy() {}

    /** A first registration. */
    static Candidacy begin(CandidacyId candidacy, RegistrationGrant grant, Instant at) {
        applyOpened(candidacy, grant, at);
        return new Candidacy();
    }

    /** A registration after earlier ones. */
    void open(CandidacyId candidacy, RegistrationGrant grant, Instant at) {
        requireNoOpenRegistration(at);
        if (registrationId != null) {
            expire(registrationId, at);
        }
        applyOpened(candidacy, grant, at);
    }

    private static void applyOpened(CandidacyId candidacy, RegistrationGrant grant, Instant at) {
        RedeemCodeId code = grant.redeemCodeId();
        apply(new CandidacyEvent.RegistrationOpened(
                candidacy.toString(),
                candidacy.examinee().value(),
                candidacy.subject().value(),
                grant.registrationId(),
                grant.owner().value(),
                grant.orderId().value(),
                code == null ? null : code.value(),
                grant.validUntil(),
                at));
    }

    /** APT-5. A registration ends with its order, whether or not anybody has noted it yet (ORD-4). */
    void requireNoOpenRegistration(Instant at) {
        if (registrationId != null && at.isBefore(validUntil)) {
            throw Refusals.conflict(
                    "candidacy.registration-open",
                    "There is an open registration for this subject already; a person has one at a time (APT-5).");
        }
    }

    /** The enterprise took the code back (COD-3). */
    void withdraw(String registration, RedeemCodeId code, Instant at) {
        if (!registration.equals(registrationId)) {
            throw new IllegalStateException("registration " + registration + " is not the open one of " + id);
        }
        apply(new CandidacyEvent.RegistrationWithdrawn(id, examinee, subject, registration, owner, code.value(), at));
    }

    /**
     * The order that bought the registration is refunded (REF-1).
     *
     * @return the registration, which ends
     */
    String refund(OrderId order, Instant at) {
        String ending = registrationId;
        if (ending == null || !orderId.equals(order.value())) {
            throw Refusals.conflict(
                    "candidacy.registration-ended",
                    "The registration that the order bought has ended; an order is refunded before (REF-1).");
        }
        apply(new CandidacyEvent.RegistrationRefunded(id, examinee, subject, ending, owner, orderId, at));
        return ending;
    }

    /** Ends a registration with its order (ORD-8), unless that has been noted before. */
    void expire(String registration, Instant at) {
        if (registration.equals(registrationId)) {
            apply(new CandidacyEvent.RegistrationExpired(
                    id, examinee, subject, registration, owner, orderId, redeemCodeId, at));
        }
    }

    /** The same for a registration that was bought directly. */
    void expireOf(OrderId order, Instant at) {
        if (holdsUnscheduled(order) && registrationId != null) {
            expire(registrationId, at);
        }
    }

    /** Whether the order's own registration is open and without an appointment. */
    boolean holdsUnscheduled(OrderId order) {
        return registrationId != null && redeemCodeId == null && orderId.equals(order.value());
    }

    @EventSourcingHandler
    void evolve(CandidacyEvent.RegistrationOpened event) {
        id = event.candidacyId();
        examinee = event.examinee();
        subject = event.subject();
        registrationId = event.registrationId();
        owner = event.owner();
        orderId = event.orderId();
        redeemCodeId = event.redeemCodeId();
        validUntil = event.validUntil();
    }

    @EventSourcingHandler
    void evolve(CandidacyEvent.RegistrationWithdrawn event) {
        registrationId = null;
    }

    @EventSourcingHandler
    void evolve(CandidacyEvent.RegistrationRefunded event) {
        registrationId = null;
    }

    @EventSourcingHandler
    void evolve(CandidacyEvent.RegistrationExpired event) {
        registrationId = null;
    }
}
