package io.examledger.benchmarks.history;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.order.OrderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Somebody who buys a place for themselves. */
final class IndividualStory {
    private static final double REFUNDED = 0.1;
    private static final double UNUSED = 0.1;
    private static final double OUTLIVED = 0.12;
    private static final double ENDED = 0.2;
    private static final Duration LATE = Duration.ofDays(14);
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Teller teller;
    private final People people;
    private final Purchases purchases;
    private final Registrations registrations;
    private final Exams exams;
    private final Refunds refunds;
    private final Ends ends;

    IndividualStory(
            Teller teller,
            People people,
            Purchases purchases,
            Registrations registrations,
            Exams exams,
            Refunds refunds,
            Ends ends) {
        this.teller = teller;
        this.people = people;
        this.purchases = purchases;
        this.registrations = registrations;
        this.exams = exams;
        this.refunds = refunds;
        this.ends = ends;
    }

    void tell() {
        double draw = teller.random().nextDouble();
        if (draw < ENDED) {
            teller.at(teller.now().minus(A_YEAR));
        }
        String buyer = people.examinee(null);
        teller.know("redeemCodeId", null).know("holder", buyer);
        purchases.buy(buyer, OrderKind.INDIVIDUAL, 1);
        registrations.choose(buyer);
        teller.tell(CandidacyEvent.RegistrationOpened.class);
        teller.done();
        if (draw < UNUSED) {
            ends.remind(false);
            ends.expireIndividual();
        } else if (draw < OUTLIVED) {
            teller.at(teller.known("validUntil", Instant.class).minus(LATE));
            exams.schedule();
            ends.outliveIndividual();
            exams.attend();
        } else if (draw < ENDED) {
            if (exams.sit()) {
                ends.remind(true);
            }
        } else if (draw < ENDED + REFUNDED) {
            refunds.refund(List.of());
        } else {
            exams.sit();
        }
    }
}
