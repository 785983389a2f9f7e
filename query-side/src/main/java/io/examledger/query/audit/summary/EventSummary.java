package io.examledger.query.audit.summary;

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
import java.time.Instant;

/**
 * What an event changed, in plain words. People and codes stand there with their ids: what is sealed in an event stays
 * so, and what an exam came to is told only once it may be seen (RES-1).
 */
public final class EventSummary {
    private EventSummary() {}

    /**
     * @param payload a record of the event catalogue
     * @param now when it is read
     */
    public static String of(Object payload, Instant now) {
        return switch (payload) {
            case OrderEvent e -> OrderWords.of(e);
            case RedeemCodeEvent e -> CodeWords.of(e);
            case BulkChangeEvent e -> CodeWords.of(e);
            case CandidacyEvent e -> CandidacyWords.of(e, now);
            case AppointmentEvent e -> AppointmentWords.of(e);
            case AppointmentNoticeEvent e -> AppointmentWords.of(e);
            case ExamResultEvent e -> AppointmentWords.of(e, now);
            case RefundEvent e -> MoneyWords.of(e);
            case VoucherEvent e -> MoneyWords.of(e);
            case BalanceEvent e -> MoneyWords.of(e);
            case AccountEvent e -> AccountWords.of(e);
            case PersonalDataEvent e -> AccountWords.of(e);
            case MessageEvent e -> AccountWords.of(e);
            case SubjectEvent e -> CatalogueWords.of(e);
            case SiteEvent e -> CatalogueWords.of(e);
            case ExamSessionEvent e -> CatalogueWords.of(e);
            default -> throw new IllegalArgumentException("not of a known family: " + payload.getClass());
        };
    }
}
