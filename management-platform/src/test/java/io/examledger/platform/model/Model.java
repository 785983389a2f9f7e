package io.examledger.platform.model;

import io.examledger.command.account.register.RegisterAccount;
import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.command.appointment.checkin.CheckIn;
import io.examledger.command.appointment.incident.RecordNoShow;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.appointment.incident.ReportViolation;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.result.RecordResult;
import io.examledger.command.appointment.result.ReleaseResult;
import io.examledger.command.appointment.schedule.ScheduleAppointment;
import io.examledger.command.examsession.open.OpenExamSession;
import io.examledger.command.order.expire.ExpireOrder;
import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.order.refund.AdvanceRefund;
import io.examledger.command.order.refund.ApproveRefund;
import io.examledger.command.order.refund.RejectRefund;
import io.examledger.command.order.refund.RequestRefund;
import io.examledger.command.order.remind.RemindBuyer;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bulk.FinishChunk;
import io.examledger.command.redeemcode.bulk.RequestBulkChange;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes;
import io.examledger.command.redeemcode.bulk.StartChunk;
import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCode;
import io.examledger.command.redeemcode.unbind.UnbindRedeemCode;
import io.examledger.command.site.open.OpenSite;
import io.examledger.command.subject.introduce.IntroduceSubject;
import io.examledger.command.subject.price.ChangeSubjectPrice;
import io.examledger.command.subject.retire.RetireSubject;
import io.examledger.command.voucher.issue.IssueVouchers;

/** The rule book as a plain program: says of each command what becomes of it, and remembers. */
final class Model {
    final World world;
    private final AccountRules accounts;
    private final BuyingRules buying;
    private final CodeRules codes;
    private final AppointmentRules appointments;
    private final ChangeRules changes;
    private final ExamDayRules examDay;
    private final RefundRules refunds;
    private final RefundSteps refundSteps;
    private final ExpiryRules expiry;

    Model(RuleFigures figures) {
        world = new World(figures);
        accounts = new AccountRules(world);
        buying = new BuyingRules(world);
        codes = new CodeRules(world);
        appointments = new AppointmentRules(world);
        changes = new ChangeRules(world);
        examDay = new ExamDayRules(world);
        refunds = new RefundRules(world);
        refundSteps = new RefundSteps(world);
        expiry = new ExpiryRules(world);
    }

    /** What the rule book says of a command; where it is accepted, the world has changed. */
    Verdict decide(Object command) {
        return switch (command) {
            case IntroduceSubject c -> buying.introduce(c);
            case ChangeSubjectPrice c -> buying.changePrice(c);
            case RetireSubject c -> buying.retire(c);
            case RegisterAccount c -> accounts.register(c);
            case VerifyAccount c -> accounts.verify(c);
            case IssueVouchers c -> buying.issueVouchers(c);
            case PlaceOrder c -> buying.place(c);
            case PayOrder c -> buying.pay(c);
            case IssueRedeemCodes c -> codes.issue(c);
            case BindRedeemCode c -> codes.bind(c);
            case UnbindRedeemCode c -> codes.unbind(c);
            case RegenerateRedeemCode c -> codes.regenerate(c);
            case RequestBulkChange c -> new Verdict();
            case SelectRedeemCodes c -> new Verdict();
            case StartChunk c -> codes.startChunk();
            case FinishChunk c -> codes.finishChunk(c);
            case OpenSite c -> new Verdict();
            case OpenExamSession c -> appointments.openSession(c);
            case ScheduleAppointment c -> appointments.schedule(c);
            case RescheduleAppointment c -> changes.reschedule(c);
            case CancelAppointment c -> changes.cancel(c);
            case CheckIn c -> examDay.checkIn(c);
            case LaunchExam c -> examDay.launch(c);
            case ReportViolation c -> examDay.violation(c);
            case ReportInterruption c -> examDay.interruption(c);
            case RecordNoShow c -> examDay.noShow(c);
            case RecordResult c -> examDay.result(c);
            case ReleaseResult c -> examDay.release(c);
            case RequestRefund c -> refunds.request(c);
            case ApproveRefund c -> refunds.approve(c);
            case RejectRefund c -> refunds.reject(c);
            case AdvanceRefund c -> refundSteps.advance(c);
            case ExpireOrder c -> expiry.expire(c);
            case ExpireRedeemCodes c -> expiry.expireCodes(c);
            case RemindBuyer c -> expiry.remind(c);
            default -> throw new IllegalArgumentException("the model does not know of " + command);
        };
    }
}
