package io.examledger.platform.model;

import io.examledger.kernel.order.PaymentMethod;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import io.examledger.platform.model.Things.Account;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Refund;
import io.examledger.platform.model.Things.Subject;
import io.examledger.platform.model.Things.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the model knows in one history, by id and in the order in which it came to be. */
final class World {
    final RuleFigures figures;
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<String, String> emails = new LinkedHashMap<>();
    /** Which account a person was verified on, by the digest of an identity document. */
    final Map<String, String> people = new LinkedHashMap<>();

    final Map<String, Subject> subjects = new LinkedHashMap<>();
    final Map<String, Voucher> vouchers = new LinkedHashMap<>();
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Code> codes = new LinkedHashMap<>();
    final Map<String, Registration> registrations = new LinkedHashMap<>();
    private final Map<String, List<Registration>> byCandidacy = new HashMap<>();
    final Map<String, Sitting> sittings = new LinkedHashMap<>();
    final Map<String, Session> sessions = new LinkedHashMap<>();
    final Map<String, Refund> refunds = new LinkedHashMap<>();
    /** What an account has paid by a method and not got back, in minor units. */
    final Map<String, Long> spent = new LinkedHashMap<>();

    World(RuleFigures figures) {
        this.figures = figures;
    }

    /** @throws Disagreement if the model does not know of it */
    static <T> T known(Map<String, T> all, String id) {
        T found = all.get(id);
        if (found == null) {
            throw new Disagreement("the model does not know of " + id);
        }
        return found;
    }

    void spend(String account, PaymentMethod method, long minorUnits) {
        spent.merge(account + " " + method, minorUnits, Long::sum);
    }

    void add(Registration registration) {
        registrations.put(registration.id, registration);
        byCandidacy
                .computeIfAbsent(registration.examinee + ":" + registration.order.subject, key -> new ArrayList<>())
                .add(registration);
    }

    private List<Registration> of(String examinee, String subject) {
        return byCandidacy.getOrDefault(examinee + ":" + subject, List.of());
    }

    /** The registration that a person's rights hang on: open, and not used up by what time alone decided. */
    Optional<Registration> standing(String examinee, String subject, Instant at) {
        Registration latest = null;
        for (Registration registration : of(examinee, subject)) {
            if (registration.state == RegistrationState.OPEN && !isUsedUp(registration, at)) {
                latest = registration;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Whether nothing was registered for after it: who registers again could do so only because it had ended. */
    boolean isPresent(Registration registration) {
        return of(registration.examinee, registration.order.subject).getLast() == registration;
    }

    /** APT-5: one at a time; one whose order has ended without an appointment is none. */
    boolean hasOpenRegistration(String examinee, String subject, Instant at) {
        return standing(examinee, subject, at)
                .filter(r -> r.live != null || r.order.isValid(at))
                .isPresent();
    }

    /** Whether the registration has been used up, be it noted or not. */
    boolean isUsedUp(Registration registration, Instant at) {
        Sitting live = registration.live;
        return live != null && (isMissed(live, at) || isOut(live, at));
    }

    /** APT-2, APT-3: a no-show is one whether or not anybody has noted it; whoever launched has until the exam's end to be known. */
    boolean isMissed(Sitting sitting, Instant at) {
        Duration chance = sitting.hasShownUp() ? sitting.length : figures.showUpAfter();
        return sitting.end.isEmpty() && !sitting.hasBegun() && at.isAfter(sitting.start.plus(chance));
    }

    /** RES-1: whether the result can be seen. */
    boolean isOut(Sitting sitting, Instant at) {
        return sitting.outcome != null && !at.isBefore(releaseAt(sitting));
    }

    Instant releaseAt(Sitting sitting) {
        return sitting.start.plus(sitting.length).plus(figures.embargo());
    }

    List<Sitting> attempts(String examinee, String subject) {
        return of(examinee, subject).stream()
                .flatMap(registration -> registration.sittings.stream())
                .filter(sitting -> sitting.attempted)
                .toList();
    }
}
