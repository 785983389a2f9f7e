package io.examledger.query.attempts;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import io.examledger.query.Instants;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What a batch of events changes. Of an attempt that changes several times, only the last of each kind is written. */
final class AttemptChanges {
    private final List<MapSqlParameterSource> scheduled = new ArrayList<>();
    private final Map<String, MapSqlParameterSource> moved = new LinkedHashMap<>();
    private final Map<String, MapSqlParameterSource> statuses = new LinkedHashMap<>();
    private final Map<String, MapSqlParameterSource> corrected = new LinkedHashMap<>();
    private final Map<String, MapSqlParameterSource> released = new LinkedHashMap<>();

    void scheduled(AppointmentEvent.Scheduled e, RecordedEvent recorded) {
        scheduled.add(row(e.appointmentId())
                .addValue("registrationId", e.registrationId())
                .addValue("orderId", e.orderId())
                .addValue("redeemCodeId", e.redeemCodeId())
                .addValue("accountId", e.owner())
                .addValue("examinee", e.examinee())
                .addValue("subject", e.subject())
                .addValue("deliveryMode", e.deliveryMode().name())
                .addValue("sessionId", e.sessionId())
                .addValue("siteId", e.siteId())
                .addValue("startsAt", Instants.toColumn(e.start()))
                .addValue("endsAt", Instants.toColumn(e.end()))
                .addValue("showUpFrom", Instants.toColumn(e.showUpFrom()))
                .addValue("showUpUntil", Instants.toColumn(e.showUpUntil()))
                .addValue("status", AttemptStatus.SCHEDULED.name())
                .addValue("scheduledAt", Instants.toColumn(e.scheduledAt()))
                .addValue("position", recorded.position())
                .addValue("recordedAt", Instants.toColumn(recorded.recordedAt())));
    }

    void moved(AppointmentEvent.Rescheduled e) {
        moved.put(
                e.appointmentId(),
                row(e.appointmentId())
                        .addValue("sessionId", e.sessionId())
                        .addValue("siteId", e.siteId())
                        .addValue("startsAt", Instants.toColumn(e.start()))
                        .addValue("endsAt", Instants.toColumn(e.end()))
                        .addValue("showUpFrom", Instants.toColumn(e.showUpFrom()))
                        .addValue("showUpUntil", Instants.toColumn(e.showUpUntil())));
    }

    void stands(String appointmentId, AttemptStatus status) {
        statuses.put(appointmentId, row(appointmentId).addValue("status", status.name()));
    }

    void released(ExamResultEvent.Released e) {
        released.put(
                e.appointmentId(),
                result(e.appointmentId(), e.outcome(), e.score())
                        .addValue("releasedAt", Instants.toColumn(e.releasedAt())));
    }

    /** RES-4, but only of what has been released: an earlier correction comes with the release. */
    void corrected(ExamResultEvent.Corrected e) {
        MapSqlParameterSource shown = released.get(e.appointmentId());
        if (shown == null) {
            corrected.put(e.appointmentId(), result(e.appointmentId(), e.outcome(), e.score()));
        } else {
            shown.addValues(result(e.appointmentId(), e.outcome(), e.score()).getValues());
        }
    }

    private static MapSqlParameterSource result(String appointmentId, ExamOutcome outcome, @Nullable Score score) {
        return row(appointmentId)
                .addValue("outcome", outcome.name())
                .addValue("score", score == null ? null : score.points());
    }

    private static MapSqlParameterSource row(String appointmentId) {
        return new MapSqlParameterSource("appointmentId", appointmentId);
    }

    void write(ReadModelWriter rows) {
        rows.write("""
                insert into read_model.attempt
                  (appointment_id, registration_id, order_id, redeem_code_id, account_id, examinee, subject,
                   delivery_mode, session_id, site_id, starts_at, ends_at, show_up_from, show_up_until,
                   status, scheduled_at, position, recorded_at)
                values
                  (:appointmentId, :registrationId, :orderId, :redeemCodeId, :accountId, :examinee, :subject,
                   :deliveryMode, :sessionId, :siteId, :startsAt, :endsAt, :showUpFrom, :showUpUntil,
                   :status, :scheduledAt, :position, :recordedAt)
                """, scheduled);
        rows.write("""
                update read_model.attempt
                set session_id = :sessionId,
                    site_id = :siteId,
                    starts_at = :startsAt,
                    ends_at = :endsAt,
                    show_up_from = :showUpFrom,
                    show_up_until = :showUpUntil
                where appointment_id = :appointmentId
                """, moved.values());
        rows.write("""
                update read_model.attempt
                set status = :status
                where appointment_id = :appointmentId
                """, statuses.values());
        // Before the releases of the batch, which bring what was corrected until then.
        rows.write("""
                update read_model.attempt
                set outcome = :outcome, score = :score
                where appointment_id = :appointmentId and released_at is not null
                """, corrected.values());
        rows.write("""
                update read_model.attempt
                set outcome = :outcome, score = :score, released_at = :releasedAt
                where appointment_id = :appointmentId
                """, released.values());
    }
}
