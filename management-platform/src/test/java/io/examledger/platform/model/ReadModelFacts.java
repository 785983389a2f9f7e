package io.examledger.platform.model;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.RegistrationState;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Refund;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The rows that the read models must have after a history, by what the model knows. */
final class ReadModelFacts {
    private final World world;
    private final Map<String, Facts> rows = new TreeMap<>();

    private ReadModelFacts(World world) {
        this.world = world;
    }

    static Map<String, Facts> of(World world) {
        return new ReadModelFacts(world).all();
    }

    private Map<String, Facts> all() {
        world.codes.values().forEach(this::code);
        world.orders.values().forEach(this::bill);
        world.registrations.values().forEach(this::registration);
        world.sessions.values().forEach(this::session);
        world.sittings.values().forEach(this::attempt);
        rows.entrySet()
                .removeIf(row -> row.getKey().startsWith("overview ")
                        && row.getValue().withoutZeros().isEmpty());
        rows.values().forEach(Facts::asTexts);
        return rows;
    }

    private Facts overview(String seenBy, String account, String subject) {
        return rows.computeIfAbsent("overview " + seenBy + " " + account + " " + subject, key -> new Facts());
    }

    private void code(Code code) {
        Registration registration = code.registration;
        rows.put(
                "code " + code.id,
                new Facts()
                        .with("order_id", code.order.id)
                        .with("account_id", code.order.buyer)
                        .with("status", code.status)
                        .with("digest", code.digests.getLast())
                        .with("holder", registration == null ? null : registration.examinee));
        Facts overview = overview("OWNER", code.order.buyer, code.order.subject);
        overview.add("purchased", 1);
        overview.add(code.status.name().toLowerCase(Locale.ROOT), 1);
    }

    private void bill(Order order) {
        Facts bill = new Facts()
                .with("account_id", order.buyer)
                .with("total", order.total.amount())
                .with("status", status(order))
                .with("issued", order.codes.size());
        for (RedeemCodeStatus status : RedeemCodeStatus.values()) {
            long codes =
                    order.codes.stream().filter(code -> code.status == status).count();
            bill.with(status.name().toLowerCase(Locale.ROOT), codes);
        }
        Refund refund = order.last;
        List<Money> back = refund == null ? null : refund.back;
        bill.with("refund_status", refund == null ? null : status(refund))
                .with(
                        "refund_amount",
                        back == null
                                ? null
                                : back.stream().mapToLong(Money::amount).sum());
        rows.put("bill " + order.id, bill);
    }

    private static String status(Order order) {
        Refund done = order.done;
        if (order.paid == null) {
            return "PENDING";
        }
        if (done != null && (!order.isEnterprise() || done.places == order.quantity)) {
            return "REFUNDED";
        }
        return order.expired ? "EXPIRED" : done == null ? "PAID" : "PARTIALLY_REFUNDED";
    }

    private static String status(Refund refund) {
        if (refund.rejected) {
            return "REJECTED";
        }
        if (refund.over) {
            return refund.order.done == refund ? "SETTLED" : "NOTHING_REFUNDED";
        }
        return refund.held && !refund.approved ? "HELD" : "PENDING";
    }

    private void registration(Registration registration) {
        RegistrationState state = registration.state;
        boolean withdrawn = state == RegistrationState.WITHDRAWN || state == RegistrationState.REFUNDED;
        String subject = registration.order.subject;
        rows.put(
                "registration " + registration.id,
                new Facts()
                        .with("examinee", registration.examinee)
                        .with("account_id", registration.order.buyer)
                        .with("subject", subject)
                        .with("redeem_code_id", registration.code == null ? null : registration.code.id)
                        .with("withdrawn", withdrawn)
                        .with("expired", state == RegistrationState.EXPIRED)
                        .with("used", state == RegistrationState.USED));
        if (!withdrawn) {
            overview("OWNER", registration.order.buyer, subject).add("registrations", 1);
            overview("EXAMINEE", registration.examinee, subject).add("registrations", 1);
        }
    }

    private void session(Session session) {
        rows.put(
                "session " + session.id,
                new Facts().with("seats", session.seats).with("taken", session.taken.size()));
    }

    private void attempt(Sitting sitting) {
        String status = sitting.end.isEmpty()
                ? sitting.attended ? "ATTENDED" : "SCHEDULED"
                : sitting.end.toUpperCase(Locale.ROOT).replace('-', '_');
        rows.put(
                "attempt " + sitting.id,
                new Facts()
                        .with("examinee", sitting.registration.examinee)
                        .with("session_id", sitting.session.id)
                        .with("status", status)
                        .with("outcome", sitting.released ? sitting.outcome : null)
                        .with("released", sitting.released));
        Registration registration = sitting.registration;
        boolean passed = sitting.released && sitting.outcome == ExamOutcome.PASS;
        for (Facts seen : List.of(
                overview("OWNER", registration.order.buyer, registration.order.subject),
                overview("EXAMINEE", registration.examinee, registration.order.subject))) {
            seen.add("attended", sitting.attended ? 1 : 0);
            seen.add("passed", passed ? 1 : 0);
        }
    }
}
