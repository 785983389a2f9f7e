package io.examledger.query.attempts;

import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.query.Instants;
import io.examledger.query.Moment;
import io.examledger.query.accounts.PersonView;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An attempt as it is stored: all but the examinee's name. */
record AttemptRow(AttemptView attempt, long position) {
    static String select(Moment moment) {
        return """
                select a.appointment_id, a.registration_id, a.order_id, a.redeem_code_id, a.account_id, a.examinee,
                  a.subject, a.delivery_mode, a.starts_at, a.status, a.outcome, a.score, a.released_at, a.position,
                  s.title, s.category, s.exam_type
                from %s a
                left join %s s on s.code = a.subject
                """.formatted(moment.rowsOf(AttemptProjection.ATTEMPTS), moment.rowsOf("subject"));
    }

    static AttemptRow read(ResultSet row) throws SQLException {
        String examType = row.getString("exam_type");
        return new AttemptRow(
                new AttemptView(
                        row.getString("appointment_id"),
                        row.getString("account_id"),
                        new PersonView(row.getString("examinee"), null),
                        row.getString("subject"),
                        row.getString("title"),
                        row.getString("category"),
                        examType == null ? null : ExamType.valueOf(examType),
                        DeliveryMode.valueOf(row.getString("delivery_mode")),
                        Instants.required(row, "starts_at"),
                        AttemptStatus.valueOf(row.getString("status")),
                        result(row),
                        row.getString("redeem_code_id"),
                        row.getString("order_id"),
                        row.getString("registration_id")),
                row.getLong("position"));
    }

    /** @return null if it is not released */
    static @Nullable ResultView result(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new ResultView(
                        ExamOutcome.valueOf(outcome),
                        row.getObject("score", Integer.class),
                        Instants.required(row, "released_at"));
    }

    String examinee() {
        return attempt.examinee().accountId();
    }

    AttemptView named(@Nullable String name) {
        return new AttemptView(
                attempt.appointmentId(),
                attempt.accountId(),
                new PersonView(examinee(), name),
                attempt.subject(),
                attempt.title(),
                attempt.category(),
                attempt.examType(),
                attempt.deliveryMode(),
                attempt.start(),
                attempt.status(),
                attempt.result(),
                attempt.redeemCodeId(),
                attempt.orderId(),
                attempt.registrationId());
    }
}
