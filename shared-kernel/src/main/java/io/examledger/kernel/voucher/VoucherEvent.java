package io.examledger.kernel.voucher;

import io.examledger.kernel.event.EventType;
import io.examledger.kernel.money.Money;
import java.time.Instant;
import java.util.List;

/** What happens to a voucher: it is issued, and used once (VOU-1, VOU-2). Nothing gives it back. */
public sealed interface VoucherEvent {
    String voucherId();

    /**
     * @param percentOff from 1 to 100
     * @param subjects that it is good for; empty for all
     * @param validFrom first instant at which it can be used
     * @param validUntil first instant at which it can no longer be used
     * @param digest keyed digest of its code string, for lookup
     * @param sealed the code string, encrypted for the issuer's eyes
     */
    @EventType(value = "voucher.issued", rules = "VOU-1")
    record Issued(
            String voucherId,
            int percentOff,
            List<String> subjects,
            Instant validFrom,
            Instant validUntil,
            String digest,
            String sealed,
            Instant issuedAt)
            implements VoucherEvent {
        public Issued {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * An order was placed with it; stored together with the order.
     *
     * @param discount what it took off the order's list price
     */
    @EventType(
            value = "voucher.used",
            rules = {"VOU-2", "VOU-3", "VOU-4"})
    record Used(String voucherId, String orderId, String buyer, String subject, Money discount, Instant usedAt)
            implements VoucherEvent {}
}
