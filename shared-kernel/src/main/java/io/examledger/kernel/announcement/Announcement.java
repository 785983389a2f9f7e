package io.examledger.kernel.announcement;

import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one person is told because of one event.
 *
 * @param recipient account id
 * @param channels beside the message centre, where every announcement is kept
 * @param parameters what is put into the text; no personal data and no secrets, for they are stored in clear. A point of
 *     time is an ISO 8601 instant; {@code zone}, if there is one, is the zone in which such are shown, otherwise UTC
 */
public record Announcement(
        String recipient, AnnouncementKind kind, Set<Channel> channels, Map<String, String> parameters, Instant at) {
    public Announcement {
        channels = Set.copyOf(channels);
        parameters = Map.copyOf(parameters);
    }

    /**
     * What is announced of an event: the one place that says so. An event whose rules promise an announcement (ORD-5, ORD-6,
     * COD-11b, APT-7) and that has no line here fails {@code AnnouncementTest}.
     *
     * @param payload any event
     */
    public static Optional<Announcement> of(Object payload) {
        return switch (payload) {
            case OrderEvent.Purchased e ->
                e.kind() == OrderKind.ENTERPRISE ? Optional.of(purchased(e)) : Optional.empty();
            case OrderEndEvent.ReminderDue e -> Optional.of(reminder(e));
            case RedeemCodeEvent.Unbound e -> Optional.of(unbound(e));
            case AppointmentNoticeEvent.Due e -> Optional.of(AppointmentAnnouncements.of(e));
            default -> Optional.empty();
        };
    }

    /** ORD-6. */
    private static Announcement purchased(OrderEvent.Purchased e) {
        return new Announcement(
                e.buyer(),
                AnnouncementKind.ORDER_PURCHASED,
                Set.of(Channel.EMAIL),
                Map.of(
                        "orderId", e.orderId(),
                        "subject", e.subject(),
                        "quantity", Integer.toString(e.quantity()),
                        "validUntil", e.validUntil().toString()),
                e.paidAt());
    }

    /** ORD-5. */
    private static Announcement reminder(OrderEndEvent.ReminderDue e) {
        return new Announcement(
                e.buyer(),
                AnnouncementKind.ORDER_REMINDER,
                e.kind() == OrderKind.INDIVIDUAL ? Set.of(Channel.EMAIL, Channel.SMS) : Set.of(Channel.EMAIL),
                Map.of(
                        "orderId", e.orderId(),
                        "subject", e.subject(),
                        "days", Integer.toString(e.threshold()),
                        "validUntil", e.validUntil().toString()),
                e.dueAt());
    }

    /** COD-11b. */
    private static Announcement unbound(RedeemCodeEvent.Unbound e) {
        return new Announcement(
                e.formerHolder(),
                AnnouncementKind.REDEEM_CODE_UNBOUND,
                Set.of(Channel.EMAIL),
                Map.of("subject", e.subject()),
                e.unboundAt());
    }
}
