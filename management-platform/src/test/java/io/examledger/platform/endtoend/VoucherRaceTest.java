package io.examledger.platform.endtoend;

import static io.examledger.platform.endtoend.Contest.ACCEPTED;
import static io.examledger.platform.endtoend.Contest.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.order.place.PlaceOrderHandler.OrderPlaced;
import io.examledger.command.voucher.PercentOff;
import io.examledger.command.voucher.issue.IssueVouchers;
import io.examledger.command.voucher.issue.IssueVouchersHandler.VouchersIssued;
import io.examledger.command.voucher.issue.NewVoucher;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.kernel.voucher.VoucherEvent;
import io.examledger.kernel.voucher.VoucherId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two orders want one voucher, two hundred times, on PostgreSQL. */
class VoucherRaceTest {
    @Test
    @DisplayName("VOU-2 VOU-3 two orders race for one voucher: exactly one gets it, and the other is not placed")
    void one_order_gets_the_voucher() throws Exception {
        try (RaceGround ground = new RaceGround(0)) {
            SubjectCode subject = ground.subject("VOUCHER");
            List<NewVoucher> vouchers = issue(ground);
            Contest contest = Contest.of(
                    round -> place(ground, round, 0, subject, vouchers),
                    round -> place(ground, round, 1, subject, vouchers));

            List<Object> log = ground.node().log();
            Map<String, String> users = log.stream()
                    .filter(VoucherEvent.Used.class::isInstance)
                    .map(VoucherEvent.Used.class::cast)
                    .collect(Collectors.toMap(VoucherEvent.Used::voucherId, VoucherEvent.Used::orderId));
            Map<String, Long> totals = log.stream()
                    .filter(OrderEvent.Placed.class::isInstance)
                    .map(OrderEvent.Placed.class::cast)
                    .collect(Collectors.toMap(
                            OrderEvent.Placed::orderId, placed -> placed.total().amount()));
            assertThat(users).hasSize(ROUNDS);
            assertThat(totals).hasSize(ROUNDS);
            contest.assertOutcomes(
                    "two orders for one voucher",
                    round -> {
                        assertThat(contest.answers(round))
                                .as("round %d", round)
                                .containsExactlyInAnyOrder(ACCEPTED, "voucher.used");
                        int winner = contest.accepted(round, 0) ? 0 : 1;
                        String order = order(round, winner).value();
                        assertThat(users).containsEntry("voucher-" + round, order);
                        assertThat(totals).containsEntry(order, RaceGround.PRICE / 2);
                        return winner == 0 ? "first" : "second";
                    },
                    "first",
                    "second");
        }
    }

    private static List<NewVoucher> issue(RaceGround ground) {
        CodeStringVault vault = ground.node().bean(CodeStringVault.class);
        List<NewVoucher> vouchers = IntStream.range(0, ROUNDS)
                .mapToObj(round -> NewVoucher.of(new VoucherId("voucher-" + round), vault))
                .toList();
        ground.node()
                .send(
                        new IssueVouchers(
                                vouchers,
                                new PercentOff(50),
                                List.of(),
                                RaceGround.PAID_AT,
                                RaceGround.PAID_AT.plus(Duration.ofDays(1)),
                                RaceGround.PAID_AT),
                        VouchersIssued.class);
        return vouchers;
    }

    private static void place(RaceGround ground, int round, int racer, SubjectCode subject, List<NewVoucher> vouchers) {
        ground.node(round, racer)
                .send(
                        RaceGround.place(
                                order(round, racer),
                                subject,
                                1,
                                vouchers.get(round).digest()),
                        OrderPlaced.class);
    }

    private static OrderId order(int round, int racer) {
        return new OrderId("voucher-" + round + "-" + racer);
    }
}
