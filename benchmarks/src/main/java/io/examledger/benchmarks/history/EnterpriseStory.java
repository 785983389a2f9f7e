package io.examledger.benchmarks.history;

import io.examledger.benchmarks.history.Ends.Left;
import io.examledger.kernel.order.OrderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order of a company, from its payment to what is left of it in the end. */
final class EnterpriseStory {
    private static final double UNBOUND = 0.08;
    private static final double SITS = 0.75;
    private static final double CHANGED_IN_BULK = 0.3;
    private static final double REFUNDED = 0.4;
    private static final double ENDED = 0.3;
    private static final double OUTLIVED = 0.3;
    private static final Duration LATE = Duration.ofDays(14);
    private static final Duration A_YEAR = Duration.ofDays(366);
    private static final int LARGE = 500;
    private static final int MOST_CHANGED = 1_200;

    private final Teller teller;
    private final People people;
    private final Purchases purchases;
    private final Codes codes;
    private final Exams exams;
    private final Refunds refunds;
    private final Ends ends;

    EnterpriseStory(
            Teller teller, People people, Purchases purchases, Codes codes, Exams exams, Refunds refunds, Ends ends) {
        this.teller = teller;
        this.people = people;
        this.purchases = purchases;
        this.codes = codes;
        this.exams = exams;
        this.refunds = refunds;
        this.ends = ends;
    }

    /** Of large orders fewer codes are used: who buys many keeps some for later. */
    void tell(String company, int quantity) {
        boolean ended = teller.chance(ENDED);
        if (ended) {
            teller.at(teller.now().minus(A_YEAR));
        }
        purchases.buy(company, OrderKind.ENTERPRISE, quantity);
        codes.issue();
        Instant bought = teller.now();
        double share = Math.min(0.95, 0.25 + 100.0 / quantity) * teller.random().nextDouble(0.6, 1);
        List<String> unused = new ArrayList<>();
        List<Left> bound = new ArrayList<>();
        int sat = 0;
        for (int number = 1; number <= quantity && !teller.enough(); number++) {
            String code = codes.code(number);
            if (!teller.chance(share)) {
                unused.add(code);
                continue;
            }
            teller.at(bought);
            if (use(company, code, bound, unused)) {
                sat++;
            }
        }
        if (teller.enough()) {
            return;
        }
        teller.at(bought);
        if (teller.chance(CHANGED_IN_BULK) && !unused.isEmpty()) {
            codes.regenerateAll(unused.subList(0, Math.min(unused.size(), MOST_CHANGED)), sat);
        }
        end(company, unused, bound, ended);
    }

    /** @return whether it is used up */
    private boolean use(String company, String code, List<Left> bound, List<String> unused) {
        teller.know("holder", people.examinee(company));
        codes.bind(code);
        if (teller.chance(UNBOUND)) {
            codes.unbind();
            codes.regenerate(code);
            unused.add(code);
            return false;
        }
        if (teller.chance(SITS) && exams.sit()) {
            return true;
        }
        bound.add(new Left(code, teller.text("holder"), teller.text("registrationId")));
        return false;
    }

    private void end(String company, List<String> unused, List<Left> bound, boolean ended) {
        List<Left> left = new ArrayList<>(bound);
        boolean refunded = !unused.isEmpty() && teller.chance(REFUNDED) && refunds.refund(unused);
        if (!refunded) {
            unused.forEach(code -> left.add(new Left(code, null, null)));
        }
        if (ended) {
            ends.remind(left.isEmpty());
            if (!refunded && !unused.isEmpty() && teller.chance(OUTLIVED)) {
                sitLate(company, left);
            } else {
                ends.expireEnterprise(left);
            }
        }
    }

    /** Somebody has one of the unused codes, and an appointment, when the order ends. */
    private void sitLate(String company, List<Left> left) {
        teller.at(teller.known("validUntil", Instant.class).minus(LATE));
        teller.know("holder", people.examinee(company));
        codes.bind(left.removeLast().redeemCodeId());
        exams.schedule();
        ends.expireEnterprise(left);
        ends.outlive();
        exams.attend();
    }

    /** Most are small, few large. */
    int size(int largest) {
        double draw = teller.random().nextDouble();
        return draw < 0.9
                ? (int) Math.exp(draw / 0.9 * Math.log(LARGE))
                : teller.random().nextInt(LARGE, Math.max(LARGE + 1, largest));
    }
}
