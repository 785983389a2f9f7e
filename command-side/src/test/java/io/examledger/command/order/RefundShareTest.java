package io.examledger.command.order;

import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefundShareTest {
    private static final int ORDERS = 10_000;
    private static final long SEED = 20_261_121;

    @Test
    @DisplayName(
            "REF-3 10 x 150.00 with 500.00 voucher and 1000.00 paid, 4 unused: 400.00 back, 200.00 of voucher lost")
    void the_example_of_the_rule_book() {
        RefundShare share = RefundShare.of(usd(150_00), List.of(usd(1000_00)), 4, 10);
        assertThat(share).isEqualTo(new RefundShare(usd(400_00), usd(200_00), List.of(usd(400_00))));
    }

    @Test
    @DisplayName("REF-3 the minor units that rounding leaves over go to the largest remainders, earlier parts first")
    void parts_add_up_by_largest_remainder() {
        assertThat(RefundShare.of(usd(1_00), paid(34, 33, 33), 1, 1).parts()).isEqualTo(paid(34, 33, 33));
        assertThat(RefundShare.of(usd(50), paid(34, 33, 33), 1, 2).parts()).isEqualTo(paid(17, 17, 16));
        assertThat(RefundShare.of(usd(10), paid(4, 3, 3), 1, 1).parts()).isEqualTo(paid(4, 3, 3));
        assertThat(RefundShare.of(usd(2), paid(1, 98, 1), 1, 50).parts()).isEqualTo(paid(0, 2, 0));
    }

    @Test
    @DisplayName("REF-3 the share of the refunded places is rounded half-up")
    void the_amount_is_rounded_half_up() {
        assertThat(RefundShare.of(usd(4), paid(10), 1, 3).amount()).isEqualTo(usd(3));
        assertThat(RefundShare.of(usd(6), paid(11), 1, 2).amount()).isEqualTo(usd(6));
        assertThat(RefundShare.of(usd(4), paid(11), 2, 3).amount()).isEqualTo(usd(7));
    }

    @Test
    @DisplayName("REF-3 of an order that a voucher paid for nothing goes back")
    void nothing_paid_is_nothing_back() {
        assertThat(RefundShare.of(usd(150_00), List.of(), 2, 3))
                .isEqualTo(new RefundShare(usd(0), usd(300_00), List.of()));
    }

    @Test
    @DisplayName("REF-3 of 10,000 random orders the parts add up to the minor unit, and a full refund returns all")
    void random_orders_add_up() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int order = 0; order < ORDERS; order++) {
            int quantity = random.nextInt(1, random.nextInt(10) == 0 ? 1_000_001 : 50);
            long unitPrice = random.nextLong(1, 100_000_001);
            long total = random.nextLong(0, unitPrice * quantity + 1);
            List<Money> paid = split(total, random);
            int refunded = random.nextInt(0, quantity + 1);
            assertShare(usd(unitPrice), paid, refunded, quantity, "seed " + SEED + ", order " + order);
            RefundShare full = RefundShare.of(usd(unitPrice), paid, quantity, quantity);
            assertThat(full.parts()).isEqualTo(paid);
            assertThat(full.amount()).isEqualTo(usd(total));
        }
    }

    private static void assertShare(Money unitPrice, List<Money> paid, int refunded, int quantity, String order) {
        RefundShare share = RefundShare.of(unitPrice, paid, refunded, quantity);
        long total = paid.stream().mapToLong(Money::amount).sum();
        assertThat(share.parts().stream().mapToLong(Money::amount).sum())
                .as(order)
                .isEqualTo(share.amount().amount());
        assertThat(share.amount().plus(share.voucherLost())).as(order).isEqualTo(unitPrice.times(refunded));
        double exact = (double) total * refunded / quantity;
        assertThat((double) share.amount().amount()).as(order).isBetween(exact - 1, exact + 1);
        for (int part = 0; part < paid.size(); part++) {
            assertThat(share.parts().get(part).amount())
                    .as("%s, part %d", order, part)
                    .isLessThanOrEqualTo(paid.get(part).amount());
        }
    }

    private static List<Money> split(long total, SplittableRandom random) {
        List<Money> parts = new ArrayList<>();
        long rest = total;
        while (rest > 0) {
            long part = parts.size() == 9 ? rest : random.nextLong(1, rest + 1);
            parts.add(usd(part));
            rest -= part;
        }
        return parts;
    }

    @Test
    void more_than_was_bought_cannot_be_refunded() {
        assertThatIllegalArgumentException().isThrownBy(() -> RefundShare.of(usd(1), paid(10), 11, 10));
    }

    private static List<Money> paid(long... cents) {
        return LongStream.of(cents)
                .mapToObj(io.examledger.command.testing.Facts::usd)
                .toList();
    }
}
