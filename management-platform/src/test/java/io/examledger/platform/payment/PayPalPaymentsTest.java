package io.examledger.platform.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.examledger.platform.testing.FakePayPal.CAPTURE;
import static io.examledger.platform.testing.FakePayPal.ORDERS;
import static io.examledger.platform.testing.FakePayPal.REFUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.github.tomakehurst.wiremock.http.Fault;
import io.examledger.command.payment.Charge;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.payment.PaymentProvider.Capture;
import io.examledger.command.payment.PaymentProviderUnavailable;
import io.examledger.command.payment.Return;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.refund.RefundId;
import io.examledger.platform.testing.FakePayPal;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalPaymentsTest {
    private static final OrderId ORDER = new OrderId("order");
    private static final AccountId PAYER = new AccountId("company");

    private final FakePayPal paypal = new FakePayPal();
    private final PaymentProvider payments =
            new PayPalPayments(new PayPalApi(paypal.settings(), Clock.systemUTC()), mock(PaymentProvider.class));

    @AfterEach
    void stop() {
        paypal.close();
    }

    @ParameterizedTest(name = "{0} minor units of {1} are {2}")
    @CsvSource({"100000, USD, 1000.00", "1, USD, 0.01", "500, JPY, 500", "12345, BHD, 12.345"})
    @DisplayName("ORD-2 an order is created and captured for the amount, each under a key of its own")
    void a_payment_is_captured(long amount, String currency, String value) {
        paypal.answer(ORDERS, FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.captured("COMPLETED"));
        assertThat(capture(new Money(amount, currency))).isEqualTo(new Capture.Captured("2GG279541U471931P"));
        assertThat(paypal.requestIds(ORDERS)).containsExactly("payment-1-create");
        assertThat(paypal.requestIds(CAPTURE)).containsExactly("payment-1-capture");
        assertThat(paypal.requests(ORDERS).getFirst().getBodyAsString())
                .contains("\"intent\":\"CAPTURE\"")
                .contains("\"custom_id\":\"order\"")
                .contains("{\"currency_code\":\"%s\",\"value\":\"%s\"}".formatted(currency, value));
    }

    @Test
    @DisplayName("ORD-7 a time-out after success is asked again under the same key, and the money is taken once")
    void a_time_out_after_success() {
        paypal.answer(ORDERS, FakePayPal.tooLate(FakePayPal.created()), FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.tooLate(FakePayPal.captured("COMPLETED")), FakePayPal.captured("COMPLETED"));
        assertThat(capture()).isEqualTo(new Capture.Captured("2GG279541U471931P"));
        assertThat(paypal.requestIds(ORDERS)).containsExactly("payment-1-create", "payment-1-create");
        assertThat(paypal.requestIds(CAPTURE)).containsExactly("payment-1-capture", "payment-1-capture");
    }

    @Test
    @DisplayName("ORD-7 what was captured without our knowing is looked up")
    void an_order_that_was_captured_already() {
        paypal.answer(ORDERS, FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.issue("ORDER_ALREADY_CAPTURED"));
        paypal.answer(ORDERS + "/5O190127TN364715T", okJson(FakePayPal.order("COMPLETED")));
        assertThat(capture()).isEqualTo(new Capture.Captured("2GG279541U471931P"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void a_passing_fault_is_tried_again(int status) {
        paypal.answer(ORDERS, FakePayPal.json(status, ""), FakePayPal.json(status, "{}"), FakePayPal.created());
        paypal.answer(CAPTURE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), FakePayPal.captured("COMPLETED"));
        assertThat(capture()).isEqualTo(new Capture.Captured("2GG279541U471931P"));
        assertThat(paypal.requestIds(ORDERS)).hasSize(3).containsOnly("payment-1-create");
    }

    @Test
    void a_fault_that_stays_is_no_decline() {
        paypal.answer(ORDERS, FakePayPal.json(500, "<html>"));
        assertThatThrownBy(this::capture).isInstanceOf(PaymentProviderUnavailable.class);
    }

    @Test
    @DisplayName("ORD-2 a declined instrument is declined, not tried again")
    void a_declined_payment() {
        paypal.answer(ORDERS, FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.issue("INSTRUMENT_DECLINED"));
        assertThat(capture())
                .isEqualTo(new Capture.Declined("The payment provider declined the payment: INSTRUMENT_DECLINED."));
        assertThat(paypal.requests(CAPTURE)).hasSize(1);
        paypal.answer(CAPTURE, FakePayPal.captured("DECLINED"));
        assertThat(capture()).isInstanceOf(Capture.Declined.class);
    }

    @Test
    @DisplayName("ORD-2 a payer who has not said yes yet is told where")
    void a_payment_that_needs_approval() {
        paypal.answer(ORDERS, FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.issue("ORDER_NOT_APPROVED"));
        assertThat(capture())
                .isEqualTo(new Capture.NeedsApproval("https://www.example.com/checkoutnow?token=5O190127TN364715T"));
    }

    @Test
    void a_capture_that_is_pending_is_not_known_yet() {
        paypal.answer(ORDERS, FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.captured("PENDING"));
        assertThatThrownBy(this::capture).isInstanceOf(PaymentProviderUnavailable.class);
    }

    @Test
    @DisplayName("REF-2 REF-3 a refund leg is asked again under its own key until it is completed")
    void a_refund_is_retried() {
        paypal.answer(
                REFUND,
                FakePayPal.tooLate(FakePayPal.refund("COMPLETED")),
                FakePayPal.json(500, ""),
                FakePayPal.refund("PENDING"),
                FakePayPal.refund("COMPLETED"));
        paypal.answer("/v2/payments/refunds/1JU08902781691411", okJson("{\"status\": \"PENDING\"}"));
        assertThatThrownBy(this::giveBack)
                .isInstanceOf(PaymentProviderUnavailable.class)
                .hasMessageContaining("not completed yet");
        assertThat(giveBack()).isEqualTo("1JU08902781691411");
        assertThat(paypal.requestIds(REFUND)).hasSize(4).containsOnly("refund-1");
    }

    @Test
    @DisplayName("REF-2 a refund leg that is refused stays owed")
    void a_refused_refund_stays_owed() {
        paypal.answer(REFUND, FakePayPal.issue("REFUND_NOT_ALLOWED"));
        assertThatThrownBy(this::giveBack)
                .isInstanceOf(PaymentProviderUnavailable.class)
                .hasMessageContaining("REFUND_NOT_ALLOWED");
    }

    @Test
    void a_token_that_was_revoked_is_replaced() {
        paypal.answer(ORDERS, FakePayPal.json(401, "{}"), FakePayPal.created());
        paypal.answer(CAPTURE, FakePayPal.captured("COMPLETED"));
        assertThat(capture()).isInstanceOf(Capture.Captured.class);
        assertThat(paypal.requests("/v1/oauth2/token")).hasSize(2);
    }

    @Test
    void balances_are_kept_here() {
        assertThat(Arrays.stream(PaymentMethod.values()).filter(method -> !payments.isElsewhere(method)))
                .containsExactly(PaymentMethod.BALANCE);
    }

    private Capture capture() {
        return capture(new Money(1000_00, "USD"));
    }

    private Capture capture(Money amount) {
        return payments.capture(new Charge(ORDER, PAYER, new PaymentPart(PaymentMethod.PAYPAL, amount)), "payment-1");
    }

    private String giveBack() {
        PaymentPart part = new PaymentPart(PaymentMethod.PAYPAL, new Money(400_00, "USD"));
        return payments.giveBack(
                new Return(ORDER, PAYER, new RefundId("refund"), part, "2GG279541U471931P", "refund-1"));
    }
}
