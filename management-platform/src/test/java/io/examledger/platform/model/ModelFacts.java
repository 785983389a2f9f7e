package io.examledger.platform.model;

import io.examledger.platform.model.ExamThings.Registration;
import io.examledger.platform.model.ExamThings.Session;
import io.examledger.platform.model.ExamThings.Sitting;
import io.examledger.platform.model.Things.Code;
import io.examledger.platform.model.Things.Order;
import io.examledger.platform.model.Things.Refund;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the model holds to be so, in the words of the {@link Witness}. */
final class ModelFacts {
    private final World world;

    ModelFacts(World world) {
        this.world = world;
    }

    Map<String, Facts> all() {
        Map<String, Facts> facts = new HashMap<>();
        world.orders.keySet().forEach(id -> put(facts, "order " + id));
        world.codes.keySet().forEach(id -> put(facts, "code " + id));
        world.registrations.keySet().forEach(id -> put(facts, "registration " + id));
        world.sittings.keySet().forEach(id -> put(facts, "appointment " + id));
        world.sessions.keySet().forEach(id -> put(facts, "session " + id));
        world.refunds.keySet().forEach(id -> put(facts, "refund " + id));
        world.spent.keySet().forEach(id -> put(facts, "spent " + id));
        world.accounts.keySet().forEach(id -> put(facts, "account " + id));
        world.subjects.keySet().forEach(id -> put(facts, "subject " + id));
        world.vouchers.values().forEach(voucher -> put(facts, "voucher " + voucher.id));
        return facts;
    }

    private void put(Map<String, Facts> facts, String key) {
        facts.put(key, of(key));
    }

    /** @param key kind and id, as the witness writes it */
    Facts of(String key) {
        int space = key.indexOf(' ');
        String id = key.substring(space + 1);
        return switch (key.substring(0, space)) {
            case "order" -> of(World.known(world.orders, id));
            case "code" -> of(World.known(world.codes, id));
            case "registration" -> of(World.known(world.registrations, id));
            case "appointment" -> of(World.known(world.sittings, id));
            case "session" -> of(World.known(world.sessions, id));
            case "refund" -> of(World.known(world.refunds, id));
            case "spent" -> new Facts().with("amount", World.known(world.spent, id));
            case "account" -> new Facts().with("level", World.known(world.accounts, id).level);
            case "subject" -> {
                Things.Subject subject = World.known(world.subjects, id);
                yield new Facts().with("price", subject.price).with("retired", subject.retired);
            }
            case "voucher" ->
                new Facts()
                        .with(
                                "used",
                                world.vouchers.values().stream()
                                        .anyMatch(voucher -> voucher.id.equals(id) && voucher.used));
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Facts of(Order order) {
        return new Facts()
                .with("total", order.total)
                .with("quantity", order.quantity)
                .with("paid", order.paid)
                .with("until", order.paid == null ? null : order.validUntil)
                .with("issued", order.codes.size())
                .with("expired", order.expired)
                .with("refund", order.pending != null ? "pending" : order.done != null ? "done" : "none")
                .with("reminded", Set.copyOf(order.reminded))
                .with("reminder", order.lastReminder);
    }

    private static Facts of(Code code) {
        Registration registration = code.registration;
        return new Facts()
                .with("order", code.order.id)
                .with("status", code.status)
                .with("holder", registration == null ? null : registration.examinee)
                .with("registration", registration == null ? null : registration.id)
                .with("frozen", code.frozenFor != null)
                .with("digest", code.digests.getLast());
    }

    private static Facts of(Registration registration) {
        return new Facts()
                .with("examinee", registration.examinee)
                .with("subject", registration.order.subject)
                .with("order", registration.order.id)
                .with("code", registration.code == null ? null : registration.code.id)
                .with("until", registration.order.validUntil)
                .with("state", registration.state);
    }

    private static Facts of(Sitting sitting) {
        return new Facts()
                .with("registration", sitting.registration.id)
                .with("session", sitting.session.id)
                .with("start", sitting.start)
                .with("checkedIn", sitting.checkedIn)
                .with("launched", sitting.launched)
                .with("end", sitting.end)
                .with("outcome", sitting.outcome)
                .with("score", sitting.score)
                .with("released", sitting.released)
                .with("attended", sitting.attended);
    }

    private static Facts of(Session session) {
        return new Facts().with("seats", session.seats).with("taken", Set.copyOf(session.taken));
    }

    private static Facts of(Refund refund) {
        return new Facts()
                .with("order", refund.order.id)
                .with("back", refund.back)
                .with("over", refund.over)
                .with("approved", refund.approved)
                .with("rejected", refund.rejected);
    }
}
