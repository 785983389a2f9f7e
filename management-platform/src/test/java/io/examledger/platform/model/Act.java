package io.examledger.platform.model;

import io.examledger.command.account.verify.VerifyAccount;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.RescheduleAppointment;
import io.examledger.command.appointment.checkin.CheckIn;
import io.examledger.command.appointment.incident.ReportInterruption;
import io.examledger.command.appointment.incident.ReportViolation;
import io.examledger.command.appointment.launch.LaunchExam;
import io.examledger.command.appointment.result.RecordResult;
import io.examledger.command.order.pay.PayOrder;
import io.examledger.command.order.refund.ApproveRefund;
import io.examledger.command.order.refund.RejectRefund;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import java.util.Set;

/**
 * What somebody wants to do.
 *
 * @param who names the caller in the log
 */
record Act(String who, Object command, Class<?> answer) {
    private static final Set<Class<?>> REPEATABLE = Set.of(
            VerifyAccount.class,
            PayOrder.class,
            BindRedeemCode.class,
            RescheduleAppointment.class,
            CancelAppointment.class,
            CheckIn.class,
            LaunchExam.class,
            ReportViolation.class,
            ReportInterruption.class,
            RecordResult.class,
            ApproveRefund.class,
            RejectRefund.class);

    /** Whether a repeated request makes the same command again: one that makes something new draws new ids and codes. */
    boolean isRepeatable() {
        return REPEATABLE.contains(command.getClass());
    }
}
