package io.examledger.command.order.issue;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.COMPANY;
import static io.examledger.command.testing.Facts.ORDER;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.card;
import static io.examledger.command.testing.Facts.codesIssued;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.placed;
import static io.examledger.command.testing.Facts.purchased;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Claims;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IssueRedeemCodesTest {
    private static final OrderEvent PLACED = placed(ORDER, COMPANY, OrderKind.ENTERPRISE, 3);
    private static final OrderEvent PAID = purchased(ORDER, 3);

    @Test
    @DisplayName("COD-1 ORD-7 a paid order's codes are issued together with the order's progress")
    void a_chunk_is_issued() {
        Scenario scenario = Scenario.given(PLACED, PAID)
                .when(issue(1, 2))
                .thenEvents(codesIssued(ORDER, 1, 2, 3), issued(code(1), 1), issued(code(2), 2));
        assertThat(scenario.claims().holderOf(Claims.REDEEM_CODE, digest(2))).contains(code(2).value());
    }

    @Test
    @DisplayName("ORD-7 the next chunk goes on where the last one ended")
    void the_rest_is_issued() {
        Scenario.given(PLACED, PAID)
                .when(issue(1, 2))
                .when(issue(3, 1))
                .thenEvents(codesIssued(ORDER, 3, 3, 3), issued(code(3), 3));
    }

    @Test
    @DisplayName("ORD-7 a repeated chunk changes nothing, and its new strings open nothing")
    void a_repeated_chunk_changes_nothing() {
        Scenario scenario = Scenario.given(PLACED, PAID)
                .when(issue(1, 2))
                .when(new IssueRedeemCodes(ORDER, 1, List.of(fresh(11), fresh(12)), PAID_AT))
                .thenEvents()
                .when(issue(3, 1))
                .when(issue(1, 3))
                .thenEvents();
        assertThat(scenario.claims().holderOf(Claims.REDEEM_CODE, digest(11))).isEmpty();
    }

    @Test
    @DisplayName("ORD-7 an unpaid order holds no codes")
    void an_unpaid_order_issues_none() {
        Scenario.given(PLACED).when(issue(1, 3)).thenBug();
    }

    @Test
    @DisplayName("ORD-7 a chunk that leaves a gap, exceeds the order or is empty is a bug")
    void a_wrong_chunk_is_a_bug() {
        Scenario order = Scenario.given(PLACED, PAID);
        order.when(issue(2, 2)).thenBug();
        order.when(issue(1, 4)).thenBug();
        order.when(issue(1, 0)).thenBug();
    }

    @Test
    @DisplayName("ORD-7 an individual order has no codes")
    void an_individual_order_issues_none() {
        OrderEvent paid = new OrderEvent.Purchased(
                ORDER.value(),
                ADA.value(),
                OrderKind.INDIVIDUAL,
                SUBJECT.value(),
                1,
                List.of(card(15_000)),
                PAID_AT,
                VALID_UNTIL,
                1);
        Scenario.given(placed(ORDER, ADA, OrderKind.INDIVIDUAL, 1), paid)
                .when(issue(1, 1))
                .thenBug();
    }

    private static IssueRedeemCodes issue(int from, int count) {
        List<NewCodeString> codes = IntStream.range(from, from + count)
                .mapToObj(IssueRedeemCodesTest::fresh)
                .toList();
        return new IssueRedeemCodes(ORDER, from, codes, PAID_AT);
    }

    private static NewCodeString fresh(int number) {
        return PlainVault.fresh(number, code(number));
    }

    private static String digest(int number) {
        return fresh(number).digest();
    }

    private static RedeemCodeId code(int number) {
        return RedeemCodeId.of(ORDER, number);
    }
}
