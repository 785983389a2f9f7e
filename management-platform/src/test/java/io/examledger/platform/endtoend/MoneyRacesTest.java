package io.examledger.platform.endtoend;

import static io.examledger.kernel.redeemcode.RedeemCodeStatus.BOUND;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.REFUNDED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.UNUSED;
import static io.examledger.platform.endtoend.Contest.ACCEPTED;
import static io.examledger.platform.endtoend.Contest.ROUNDS;
import static io.examledger.platform.endtoend.RaceGround.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Commands.Done;
import io.examledger.command.order.refund.AdvanceRefund;
import io.examledger.command.order.refund.AdvanceRefund.Advanced;
import io.examledger.command.order.refund.RequestRefund;
import io.examledger.command.order.refund.RequestRefundHandler.RefundRequested;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.refund.RefundId;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.axon.CommandNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two want what only one can have, and money depends on who gets it: two hundred times each, on PostgreSQL. */
class MoneyRacesTest {
    /** Freezing, refunding, calculating, two parts of the payment, settling. */
    private static final int STEPS = 6;

    private static RaceGround ground;

    @BeforeAll
    static void prepare() throws Exception {
        ground = new RaceGround(ROUNDS);
    }

    @AfterAll
    static void leave() {
        ground.close();
    }

    @Test
    @DisplayName("REF-5 binding and refunding race for a code: exactly one happens, and the amount matches the codes")
    void a_code_is_bound_or_refunded() throws Exception {
        SubjectCode subject = ground.subject("BIND");
        RaceGround.each(ROUNDS, round -> ground.order(subject, 3, "bind-" + round));
        Contest contest = Contest.of(
                round -> refund(ground.node(round, 0), "bind-" + round, "bind-refund-" + round),
                round -> ground.node(round, 1)
                        .send(
                                RaceGround.bind(
                                        new OrderId("bind-" + round), 2, subject, RaceGround.person(round), NOW),
                                Registered.class));
        RaceGround.each(ROUNDS, round -> carryOut("bind-refund-" + round));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "refund against bind",
                round -> {
                    OrderId order = new OrderId("bind-" + round);
                    boolean bound = books.codes(order).containsKey(BOUND);
                    assertThat(contest.answers(round))
                            .as("round %d", round)
                            .containsExactly(ACCEPTED, bound ? ACCEPTED : "redeem-code.not-usable");
                    assertThat(books.registrations(new CandidacyId(RaceGround.person(round), subject)))
                            .isEqualTo(bound ? 1 : 0);
                    if (bound) {
                        assertThat(books.codes(order)).isEqualTo(Map.of(BOUND, 1, REFUNDED, 2));
                        books.assertRefunded(order, 2, 2_01L, 197_99L);
                    } else {
                        books.assertRefunded(order, 3, 3_01L, 296_99L);
                    }
                    return bound ? "bound" : "refunded";
                },
                "bound",
                "refunded");
    }

    @Test
    @DisplayName(
            "REF-2 REF-5 unbinding and refunding race: a code that is free in time is refunded, and the amount matches")
    void a_code_is_unbound_before_the_refund_or_after() throws Exception {
        SubjectCode subject = ground.subject("UNBIND");
        RaceGround.each(ROUNDS, round -> {
            OrderId order = ground.order(subject, 2, "unbind-" + round);
            ground.bound(order, 1, subject, RaceGround.person(round));
        });
        Contest contest = Contest.of(
                round -> refund(ground.node(round, 0), "unbind-" + round, "unbind-refund-" + round),
                round -> ground.node(round, 1).send(RaceGround.unbind(new OrderId("unbind-" + round), 1), Done.class));
        RaceGround.each(ROUNDS, round -> carryOut("unbind-refund-" + round));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "refund against unbind",
                round -> {
                    OrderId order = new OrderId("unbind-" + round);
                    assertThat(contest.answers(round)).as("round %d", round).containsExactly(ACCEPTED, ACCEPTED);
                    assertThat(books.registrations(new CandidacyId(RaceGround.person(round), subject)))
                            .isZero();
                    boolean left = books.codes(order).containsKey(UNUSED);
                    if (left) {
                        assertThat(books.codes(order)).isEqualTo(Map.of(UNUSED, 1, REFUNDED, 1));
                        books.assertRefunded(order, 1, 1_01L, 98_99L);
                    } else {
                        books.assertRefunded(order, 2, 2_01L, 197_99L);
                    }
                    return left ? "refunded without it" : "refunded with it";
                },
                "refunded with it",
                "refunded without it");
    }

    @Test
    @DisplayName("REF-2 two refunds of one order race: exactly one is taken, and the money goes back once")
    void an_order_is_refunded_once() throws Exception {
        SubjectCode subject = ground.subject("TWICE");
        RaceGround.each(ROUNDS, round -> ground.order(subject, 2, "twice-" + round));
        Contest contest = Contest.of(
                round -> refund(ground.node(round, 0), "twice-" + round, "first-" + round),
                round -> refund(ground.node(round, 1), "twice-" + round, "second-" + round));
        RaceGround.each(ROUNDS, round -> carryOut(contest.accepted(round, 0) ? "first-" + round : "second-" + round));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "two refunds",
                round -> {
                    assertThat(contest.answers(round))
                            .as("round %d", round)
                            .containsExactlyInAnyOrder(ACCEPTED, "order.refund-pending");
                    books.assertRefunded(new OrderId("twice-" + round), 2, 2_01L, 197_99L);
                    return contest.accepted(round, 0) ? "first" : "second";
                },
                "first",
                "second");
    }

    /** As far as freezing the codes; what follows only this refund decides. */
    private static void refund(CommandNode node, String order, String refund) {
        RefundId id = new RefundId(refund);
        node.send(
                new RequestRefund(id, new OrderId(order), RaceGround.company(), List.of(), NOW), RefundRequested.class);
        node.send(new AdvanceRefund(id, NOW), Advanced.class);
    }

    private static void carryOut(String refund) {
        for (int step = 0; step < STEPS; step++) {
            ground.node().send(new AdvanceRefund(new RefundId(refund), NOW), Advanced.class);
        }
    }
}
