package io.examledger.command.candidacy;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** The candidacies as other features see them. A candidacy begins with its first registration. */
public class Candidacies {
    private final Repository<Candidacy> repository;
    private final Predicate<String> none;

    /** @param none whether it is known already that there is no candidacy of that id, before it is loaded */
    public Candidacies(Repository<Candidacy> repository, Predicate<String> none) {
        this.repository = repository;
        this.none = none;
    }

    /** APT-5. A person who never registered for the subject has no open registration. */
    public void requireNoOpenRegistration(CandidacyId id, Instant at) {
        find(id).ifPresent(found ->
                found.execute(candidacy -> candidacy.standing().eligibility().requireNoOpenRegistration(at)));
    }

    /** Opens a registration, the first or a later one (APT-5). */
    public void open(CandidacyId id, RegistrationGrant grant, Instant at) {
        find(id).ifPresentOrElse(
                        found -> found.execute(candidacy -> candidacy.open(id, grant, at)), () -> begin(id, grant, at));
    }

    /** To be told by an exception costs more than to decide. */
    private Optional<Aggregate<Candidacy>> find(CandidacyId id) {
        if (none.test(id.toString())) {
            return Optional.empty();
        }
        try {
            return Optional.of(repository.load(id.toString()));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
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

    /** Ends a registration with its order (ORD-8), unless it has an appointment, or has ended. */
    public void expire(CandidacyId id, String registrationId, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.expire(registrationId, at));
    }

    /** Ends the registration that an individual order bought (ORD-4); one with an appointment ends once that is withdrawn. */
    public void expireOf(CandidacyId id, OrderId order, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.expireOf(order, at));
    }

    /** Whether the registration that an individual order bought is open and without an appointment. */
    public boolean holdsUnscheduled(CandidacyId id, OrderId order) {
        return repository
                .load(id.toString())
                .invoke(candidacy -> candidacy.standing().unscheduledOf(order).isPresent());
    }

    /**
     * Takes the open registration for an appointment (APT-5, RES-2).
     *
     * @return the registration
     */
    public RegistrationGrant reserve(
            CandidacyId id, String appointment, Instant start, Instant showUpUntil, Instant at) {
        return find(id).orElseThrow(Eligibility::noOpenRegistration)
                .invoke(candidacy ->
                        candidacy.sitting().reserve(appointment, start, showUpUntil, RetakePolicy.CURRENT, at));
    }

    /** Another time for the appointment (APT-1). */
    public void move(CandidacyId id, AppointmentRef appointment, Instant start, Instant showUpUntil, Instant at) {
        repository
                .load(id.toString())
                .execute(candidacy ->
                        candidacy.sitting().move(appointment, start, showUpUntil, RetakePolicy.CURRENT, at));
    }

    /** Takes the appointment away: the registration can be scheduled again, or ends with its order (APT-1, APT-10, COD-6). */
    public void free(CandidacyId id, AppointmentRef appointment, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.free(appointment, at));
    }

    /** The examinee launched the session and is not known yet (APT-3). */
    public void launch(CandidacyId id, AppointmentRef appointment, Instant admitUntil, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.sitting().launch(appointment, admitUntil, at));
    }

    /** The examinee sits: from now on a result is pending (RES-2). */
    public void beginExam(CandidacyId id, AppointmentRef appointment, Instant start, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.sitting().beginExam(appointment, start, at));
    }

    /** What the attempt counts for, at first or after a correction (RES-2, RES-4). */
    public void judge(
            CandidacyId id,
            AppointmentRef appointment,
            ExamOutcome outcome,
            Instant start,
            Instant releaseAt,
            Instant at) {
        repository
                .load(id.toString())
                .execute(candidacy -> candidacy.sitting().judge(appointment, outcome, start, releaseAt, at));
    }

    /** The registration is used up (RES-3). */
    public void useUp(CandidacyId id, AppointmentRef appointment, Instant at) {
        repository.load(id.toString()).execute(candidacy -> candidacy.sitting().useUp(appointment, at));
    }

    /**
     * Ends the registration that an individual order bought, because the order is refunded; refuses if an appointment was
     * ever made on it, cancelled or not (REF-1).
     *
     * @return the registration
     */
    public String refund(CandidacyId id, OrderId order, Instant at) {
        return repository.load(id.toString()).invoke(candidacy -> candidacy.refund(order, at));
    }
}
