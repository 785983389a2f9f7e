package io.examledger.command.redeemcode;

import io.examledger.command.Refusals;
import io.examledger.command.redeemcode.RedeemCode.Origin;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.time.Instant;
import java.util.Locale;

/** Where a redeem code stands: its state of rule book §6, its string, and the registration that it carries. */
final class CodeStanding {
    private String id = "";
    private Origin origin = new Origin("", "", "", Instant.EPOCH);
    private RedeemCodeStatus status = RedeemCodeStatus.UNUSED;
    private String digest = "";
    private String sealed = "";
    private String holder = "";
    private String registrationId = "";
    private boolean outlivedOrder;

    String id() {
        return id;
    }

    Origin origin() {
        return origin;
    }

    RedeemCodeStatus status() {
        return status;
    }

    String digest() {
        return digest;
    }

    String sealed() {
        return sealed;
    }

    /** Of a code that was never bound it is empty. */
    Registration registration() {
        return new Registration(holder, origin.subject(), registrationId);
    }

    /** Foreign is unknown. */
    void requireOwnerAndValid(AccountId enterprise, Instant at) {
        if (!origin.owner().equals(enterprise.value())) {
            throw Refusals.notFound();
        }
        requireValid(at);
    }

    /** ORD-4: by the instant, or because the order's end has been here, whatever instant a command carries that comes after it. */
    boolean isPastValidity(Instant at) {
        return outlivedOrder || !at.isBefore(origin.validUntil());
    }

    void requireValid(Instant at) {
        if (isPastValidity(at)) {
            throw Refusals.conflict(
                    "order.expired", "The order's validity ended at " + origin.validUntil() + " (ORD-4).");
        }
    }

    void require(RedeemCodeStatus required, String code, String rule) {
        if (status != required) {
            throw Refusals.conflict(
                    code, "%s; this one is %s.".formatted(rule, status.name().toLowerCase(Locale.ROOT)));
        }
    }

    void evolve(RedeemCodeEvent event) {
        switch (event) {
            case RedeemCodeEvent.Issued e -> {
                id = e.redeemCodeId();
                origin = new Origin(e.orderId(), e.owner(), e.subject(), e.validUntil());
                digest = e.digest();
                sealed = e.sealed();
            }
            case RedeemCodeEvent.Bound e -> {
                status = RedeemCodeStatus.BOUND;
                holder = e.holder();
                registrationId = e.registrationId();
            }
            case RedeemCodeEvent.Unbound e -> {
                status = RedeemCodeStatus.UNUSED;
                holder = "";
                registrationId = "";
            }
            case RedeemCodeEvent.Regenerated e -> {
                digest = e.digest();
                sealed = e.sealed();
            }
            case RedeemCodeEvent.Frozen e -> {}
            case RedeemCodeEvent.Released e -> {}
            case RedeemCodeEvent.Refunded e -> status = RedeemCodeStatus.REFUNDED;
            case RedeemCodeEvent.Expired e -> status = RedeemCodeStatus.EXPIRED;
            case RedeemCodeEvent.OutlivedOrder e -> outlivedOrder = true;
            case RedeemCodeEvent.Scheduled e -> status = RedeemCodeStatus.SCHEDULED;
            case RedeemCodeEvent.Unscheduled e -> status = e.status();
            case RedeemCodeEvent.Completed e -> status = RedeemCodeStatus.COMPLETED;
        }
    }
}
