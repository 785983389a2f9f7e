package io.examledger.query.exports;

import io.examledger.query.bills.BillView;
import io.examledger.query.redeemcodes.RedeemCodeView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
            "validUntil");
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
                code.validUntil());
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
}
