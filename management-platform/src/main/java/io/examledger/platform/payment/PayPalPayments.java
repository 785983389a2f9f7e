package io.examledger.platform.payment;

import io.examledger.command.payment.Charge;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.payment.PaymentProviderUnavailable;
import io.examledger.command.payment.Return;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.platform.payment.PayPalApi.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payments by PayPal and by card through PayPal's Orders API: an order is created, captured, and refunded by its capture.
 * Balances are kept here. Every call that changes something carries a {@code PayPal-Request-Id} that follows from the
 * part of the payment, so that a call whose answer was lost is made again without taking money twice; and what counts is
 * what PayPal answers when it is asked, never the order in which its messages arrive.
 */
final class PayPalPayments implements PaymentProvider {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMPLETED = "COMPLETED";

    private final PayPalApi api;
    private final PaymentProvider balances;

    PayPalPayments(PayPalApi api, PaymentProvider balances) {
        this.api = api;
        this.balances = balances;
    }

    @Override
    public boolean isElsewhere(PaymentMethod method) {
        return method != PaymentMethod.BALANCE;
    }

    @Override
    public void bookCharge(Charge charge, Instant at) {
        if (!isElsewhere(charge.part().method())) {
            balances.bookCharge(charge, at);
        }
    }

    @Override
    public void bookReturn(Return back, Instant at) {
        balances.bookReturn(back, at);
    }

    @Override
    public Capture capture(Charge charge, String key) {
        Answer created = api.post("/v2/checkout/orders", orderOf(charge, key), key + "-create");
        if (!created.isSuccess()) {
            return declined(created);
        }
        String order = created.body().path("id").asString("");
        Answer captured = api.post("/v2/checkout/orders/" + order + "/capture", "{}", key + "-capture");
        return captured.isSuccess() ? read(captured.body()) : notCaptured(captured, created, order);
    }

    /** Captured before without our knowing, waiting for the payer, or declined. */
    private Capture notCaptured(Answer refused, Answer created, String order) {
        return switch (refused.issue()) {
            case "ORDER_ALREADY_CAPTURED" ->
                read(api.get("/v2/checkout/orders/" + order).body());
            case "ORDER_NOT_APPROVED", "PAYER_ACTION_REQUIRED" -> new Capture.NeedsApproval(approvalAddress(created));
            default -> declined(refused);
        };
    }

    private static Capture read(JsonNode order) {
        JsonNode capture = order.path("purchase_units")
                .path(0)
                .path("payments")
                .path("captures")
                .path(0);
        return switch (capture.path("status").asString("")) {
            case COMPLETED -> new Capture.Captured(capture.path("id").asString(""));
            case "DECLINED", "FAILED" -> new Capture.Declined("The payment provider declined the payment.");
            default -> throw new PaymentProviderUnavailable("the capture is not completed yet");
        };
    }

    private static Capture declined(Answer answer) {
        String issue = answer.issue();
        return new Capture.Declined("The payment provider declined the payment%s."
                .formatted(issue.matches("[A-Z_]{1,60}") ? ": " + issue : ""));
    }

    private static @org.jspecify.annotations.Nullable String approvalAddress(Answer created) {
        return created.body().path("links").values().stream()
                .filter(link -> link.path("rel").asString("").matches("approve|payer-action"))
                .map(link -> link.path("href").asString(""))
                .filter(href -> href.startsWith("https://"))
                .findFirst()
                .orElse(null);
    }

    private static String orderOf(Charge charge, String key) {
        ObjectNode order = JSON.createObjectNode().put("intent", "CAPTURE");
        ObjectNode unit = order.putArray("purchase_units").addObject();
        unit.put("reference_id", key).put("custom_id", charge.orderId().value());
        unit.set("amount", amountOf(charge.part().amount()));
        return order.toString();
    }

    private static ObjectNode amountOf(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return JSON.createObjectNode()
                .put("currency_code", money.currency())
                .put("value", BigDecimal.valueOf(money.amount(), digits).toPlainString());
    }

    @Override
    public String giveBack(Return back) {
        String capture = Optional.ofNullable(back.captured())
                .orElseThrow(() -> new IllegalStateException("nothing was captured for " + back.key()));
        ObjectNode body =
                JSON.createObjectNode().put("custom_id", back.orderId().value());
        body.set("amount", amountOf(back.part().amount()));
        Answer answer = api.post("/v2/payments/captures/" + capture + "/refund", body.toString(), back.key());
        if (!answer.isSuccess()) {
            throw new PaymentProviderUnavailable("the refund was not accepted: " + answer.issue());
        }
        String refund = answer.body().path("id").asString("");
        return isCompleted(answer.body())
                        || isCompleted(api.get("/v2/payments/refunds/" + refund).body())
                ? refund
                : pending(refund);
    }

    private static boolean isCompleted(JsonNode refund) {
        return refund.path("status").asString("").equals(COMPLETED);
    }

    private static String pending(String refund) {
        throw new PaymentProviderUnavailable("refund " + refund + " is not completed yet");
    }
}
