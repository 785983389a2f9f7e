package io.examledger.query.audit.summary;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Redeem codes, alone and many at once. */
final class CodeWords {
    private CodeWords() {}

    static String of(RedeemCodeEvent event) {
        return switch (event) {
            case RedeemCodeEvent.Issued e ->
                "The code was issued for %s: UNUSED, valid until %s.".formatted(e.subject(), e.validUntil());
            case RedeemCodeEvent.Bound e -> "Account %s registered with the code: BOUND.".formatted(e.holder());
            case RedeemCodeEvent.Unbound e ->
                "The company took the code back; account %s lost the registration: UNUSED.".formatted(e.formerHolder());
            case RedeemCodeEvent.Regenerated e -> "The code got a new code string; the one before is invalidated.";
            case RedeemCodeEvent.Frozen e -> "The code was frozen for refund %s.".formatted(e.refundId());
            case RedeemCodeEvent.Released e ->
                "Refund %s was rejected: the code can be used again.".formatted(e.refundId());
            case RedeemCodeEvent.Refunded e -> "The code was refunded: REFUNDED.";
            case RedeemCodeEvent.Expired e -> "The code has expired with its order; it was %s.".formatted(e.from());
            case RedeemCodeEvent.OutlivedOrder e ->
                "The order's validity is over, and the code is %s still: once it is free it ends."
                        .formatted(e.status());
            case RedeemCodeEvent.Scheduled e ->
                "Appointment %s was made on the code: SCHEDULED.".formatted(e.appointmentId());
            case RedeemCodeEvent.Unscheduled e ->
                "Appointment %s was given up: the code is %s.".formatted(e.appointmentId(), e.status());
            case RedeemCodeEvent.Completed e ->
                "Appointment %s is over: the code is COMPLETED.".formatted(e.appointmentId());
        };
    }

    static String of(BulkChangeEvent event) {
        return switch (event) {
            case BulkChangeEvent.Requested e -> requested(e);
            case BulkChangeEvent.Selected e -> selected(e.redeemCodeIds().size(), e.chunk());
            case BulkChangeEvent.ChunkSelected e -> selected(e.codes(), e.chunk());
            case BulkChangeEvent.SelectionCompleted e ->
                "All are selected: %s.".formatted(Words.count(e.total(), "code"));
            case BulkChangeEvent.ChunkDone e ->
                "Chunk %d is done: %s changed; refused: %s."
                        .formatted(
                                e.chunk(),
                                Words.count(e.changed(), "code"),
                                Words.listed(
                                        e.refusals().stream()
                                                .map(refusal -> refusal.count() + " × " + refusal.code())
                                                .toList(),
                                        "none"));
            case BulkChangeEvent.Finished e -> "The change of many codes is finished.";
        };
    }

    private static String selected(int codes, int chunk) {
        return "%s were selected as chunk %d.".formatted(Words.count(codes, "code"), chunk);
    }

    private static String requested(BulkChangeEvent.Requested e) {
        String filter = Stream.of(
                        said("code string", e.digest() == null ? null : "one"),
                        said("subject", e.subject()),
                        said("order", e.orderId()),
                        said("status", e.status()),
                        said("held by", e.holder()))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(", "));
        return "The company asked to %s its codes: %s."
                .formatted(
                        e.action() == BulkAction.UNBIND ? "take back" : "regenerate",
                        filter.isEmpty() ? "all of them" : filter);
    }

    private static String said(String name, @Nullable Object value) {
        return value == null ? "" : name + " " + value;
    }
}
