package io.examledger.platform.model;

import io.examledger.kernel.account.Verification;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentPart;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.platform.model.ExamThings.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the model knows of that is bought. */
final class Things {
    private Things() {}

    static final class Account {
        final String id;
        final boolean root;
        Verification level = Verification.NONE;

        Account(String id, boolean root) {
            this.id = id;
            this.root = root;
        }
    }

    static final class Subject {
        final String code;
        final Duration length;
        final List<DeliveryMode> modes;
        Money price;
        boolean retired;

        Subject(String code, Duration length, List<DeliveryMode> modes, Money price) {
            this.code = code;
            this.length = length;
            this.modes = modes;
            this.price = price;
        }
    }

    static final class Voucher {
        final String id;
        final int percent;
        final List<String> subjects;
        final Instant from;
        final Instant until;
        boolean used;

        Voucher(String id, int percent, List<String> subjects, Instant from, Instant until) {
            this.id = id;
            this.percent = percent;
            this.subjects = subjects;
            this.from = from;
            this.until = until;
        }
    }

    static final class Order {
        final String id;
        final String buyer;
        final OrderKind kind;
        final String subject;
        final int quantity;
        final Money total;
        final Money unitPrice;

        @Nullable
        List<PaymentPart> paid;

        Instant validUntil = Instant.MIN;
        final List<Code> codes = new ArrayList<>();

        @Nullable
        Registration registration;

        boolean expired;
        /** Whether the end has been at its codes. */
        boolean codesExpired;

        @Nullable
        Refund pending;

        @Nullable
        Refund done;

        @Nullable
        Refund last;

        boolean rejectedBefore;
        final Set<Integer> reminded = new TreeSet<>();
        String lastReminder = "none";

        Order(String id, String buyer, OrderKind kind, String subject, int quantity, Money unitPrice, Money total) {
            this.id = id;
            this.buyer = buyer;
            this.kind = kind;
            this.subject = subject;
            this.quantity = quantity;
            this.unitPrice = unitPrice;
            this.total = total;
        }

        List<PaymentPart> parts() {
            return paid == null ? List.of() : paid;
        }

        boolean isEnterprise() {
            return kind == OrderKind.ENTERPRISE;
        }

        boolean isValid(Instant at) {
            return at.isBefore(validUntil);
        }
    }

    static final class Code {
        final String id;
        final Order order;
        final List<String> digests = new ArrayList<>();
        RedeemCodeStatus status = RedeemCodeStatus.UNUSED;

        @Nullable
        Registration registration;

        @Nullable
        Refund frozenFor;

        Code(String id, Order order, String digest) {
            this.id = id;
            this.order = order;
            digests.add(digest);
        }

        boolean isFree() {
            return status == RedeemCodeStatus.UNUSED && frozenFor == null;
        }
    }

    /** A refund under way. Places are frozen, then refunded, then paid for. */
    static final class Refund {
        final String id;
        final Order order;
        final List<Code> asked;
        final boolean held;
        boolean looked;
        boolean approved;
        boolean rejected;
        boolean codesDone;
        boolean over;
        int places;
        final List<Code> frozen = new ArrayList<>();

        @Nullable
        List<Money> back;

        int returned;

        Refund(String id, Order order, List<Code> asked, boolean held) {
            this.id = id;
            this.order = order;
            this.asked = asked;
            this.held = held;
        }
    }
}
