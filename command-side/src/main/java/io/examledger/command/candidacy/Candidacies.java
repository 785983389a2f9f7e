package io.examledger.command.candidacy;

import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The candidacies as other features see them. A candidacy begins with its first registration. */
public class Candidacies {
    private final Repository<Candidacy> repository;

    public Candidacies(Repository<Candidacy> repository) {
        this.repository = repository;
    }

    /** APT-5. */
    public void requireNoOpenRegistration(CandidacyId id, Instant at) {
        try {
            repository.load(id.toString()).execute(candidacy -> candidacy.requireNoOpenRegistration(at));
        } catch (AggregateNotFoundException e) {
            // A person who never registered for the subject has no open registration.
        }
    }

    /** Opens a registration, the first or a later one (APT-5). */
    public void open(CandidacyId id, RegistrationGrant grant, Instant at) {
        try {
            repository.load(id.toString()).execute(candidacy -> candidacy.open(id, grant, at));
        } catch (AggregateNotFoundException e) {
            begin(id, grant, at);
        }
    }

    private void begin(CandidacyId id, RegistrationGrant grant, Instant at) {
        try {
            repository.newInstance(() -> Candidacy.begin(id, grant, at));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** COD-3. */
    public void withdraw(CandidacyId id, String registrationId, RedeemCodeId code, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.withdraw(registrationId, code, at));
    }

    /**
     * Ends the registration that an individual order bought, because the order is refunded (REF-1).
     *
     * @return the registration
     */
    public String refund(CandidacyId id, OrderId order, Instant at) {
        return repository.load(id.toString()).invoke(candidacy -> candidacy.refund(order, at));
    }

    /** Ends a registration with its order (ORD-8), unless that has been noted before. */
    public void expire(CandidacyId id, String registrationId, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.expire(registrationId, at));
    }

    /** Ends the registration that an individual order bought (ORD-4), if it is open. */
    public void expireOf(CandidacyId id, OrderId order, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.expireOf(order, at));
    }

    /** Whether the registration that an individual order bought is open and without an appointment. */
    public boolean holdsUnscheduled(CandidacyId id, OrderId order) {
        return repository.load(id.toString()).invoke(candidacy -> candidacy.holdsUnscheduled(order));
    }
}
