package io.examledger.kernel.event;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.refund.RefundEvent;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.kernel.voucher.VoucherEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every event of the system, family by family, read off the sealed interfaces. */
public final class EventCatalogue {
    private static final List<Class<?>> FAMILIES = List.of(
            AccountEvent.class,
            SubjectEvent.class,
            OrderEvent.class,
            RedeemCodeEvent.class,
            CandidacyEvent.class,
            BulkChangeEvent.class,
            MessageEvent.class,
            SiteEvent.class,
            ExamSessionEvent.class,
            AppointmentEvent.class,
            AppointmentNoticeEvent.class,
            ExamResultEvent.class,
            VoucherEvent.class,
            BalanceEvent.class,
            RefundEvent.class,
            PersonalDataEvent.class);

    private EventCatalogue() {}

    /** The sealed interfaces, one per aggregate. */
    public static List<Class<?>> families() {
        return FAMILIES;
    }

    /** All event records, in the order of their declaration. */
    public static List<Class<?>> events() {
        return FAMILIES.stream().<Class<?>>flatMap(EventCatalogue::eventsOf).toList();
    }

    /** A family may have a part that is sealed in a file of its own. */
    private static Stream<Class<?>> eventsOf(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? eventsOf(member) : Stream.of(member));
    }

    /**
     * The stored name of an event class.
     *
     * @throws IllegalArgumentException if the class carries no {@link EventType}
     */
    public static EventType typeOf(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        return type;
    }
}
