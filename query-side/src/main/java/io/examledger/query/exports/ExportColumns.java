package io.examledger.query.exports;

import static java.util.stream.Collectors.joining;

import io.examledger.kernel.order.PaymentMethod;
import io.examledger.query.bills.BillView;
import io.examledger.query.redeemcodes.RedeemCodeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in an export's columns. Amounts are in minor units of the currency beside them. */
final class ExportColumns {
    static final List<String> CODES = List.of(
            "redeemCodeId",
            "redeemCode",
            "subject",
            "orderId",
            "accountId",
            "status",
            "holderAccountId",
            "holderName",
            "boundAt",
            "appointmentStart",
            "appointmentStatus",
            "outcome",
            "score",
            "validUntil",
            "replaced");
    static final List<String> BILLS = List.of(
            "orderId",
            "accountId",
            "kind",
            "subject",
            "quantity",
            "currency",
            "unitPrice",
            "discount",
            "total",
            "paidByBalance",
            "paidByCard",
            "paidByPaypal",
            "status",
            "placedAt",
            "paidAt",
            "validUntil",
            "issued",
            "unused",
            "bound",
            "scheduled",
            "completed",
            "used",
            "refunded",
            "expired");

    private ExportColumns() {}

    static List<@Nullable Object> of(RedeemCodeView code) {
        return Arrays.asList(
                code.redeemCodeId(),
                code.redeemCode(),
                code.subject(),
                code.orderId(),
                code.accountId(),
                code.status(),
                code.holder() == null ? null : code.holder().accountId(),
                code.holder() == null ? null : code.holder().name(),
                code.boundAt(),
                code.appointment() == null ? null : code.appointment().start(),
                code.appointment() == null ? null : code.appointment().status(),
                code.result() == null ? null : code.result().outcome(),
                code.result() == null ? null : code.result().score(),
                code.validUntil(),
                replaced(code));
    }

    /** The strings it had before, newest first; nothing for staff. */
    private static String replaced(RedeemCodeView code) {
        return code.replaced().stream()
                .map(RedeemCodeView.Replaced::redeemCode)
                .filter(Objects::nonNull)
                .collect(joining(" "));
    }

    static List<@Nullable Object> of(BillView bill) {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                bill.orderId(),
                bill.accountId(),
                bill.kind(),
                bill.subject(),
                bill.quantity(),
                bill.total().currency(),
                bill.unitPrice().amount(),
                bill.discount().amount(),
                bill.total().amount(),
                paidBy(PaymentMethod.BALANCE, bill),
                paidBy(PaymentMethod.CARD, bill),
                paidBy(PaymentMethod.PAYPAL, bill),
                bill.status(),
                bill.placedAt(),
                bill.paidAt(),
                bill.validUntil()));
        BillView.Codes codes = bill.redeemCodes();
        if (codes != null) {
            cells.addAll(List.of(
                    codes.issued(),
                    codes.unused(),
                    codes.bound(),
                    codes.scheduled(),
                    codes.completed(),
                    codes.used(),
                    codes.refunded(),
                    codes.expired()));
        }
        return cells;
    }

    /** Null if none of it was. */
    private static @Nullable Long paidBy(PaymentMethod method, BillView bill) {
        return bill.paid().stream()
                .filter(part -> part.method() == method)
                .map(part -> part.amount().amount())
                .reduce(Math::addExact)
                .orElse(null);
    }
}
