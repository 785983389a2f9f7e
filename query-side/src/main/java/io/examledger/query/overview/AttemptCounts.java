package io.examledger.query.overview;

import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.query.projection.ReadModelWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * For what appointments count (PLT-1): attended is who really sat, passed is a released pass. Each appointment keeps what
 * it counts for, and the numbers change by the difference: an exam that was begun and does not count after all is taken
 * back (APT-10, ACC-3, and APT-3 in logs of earlier versions, where a launch began it), and corrections follow (RES-4), but not before the release (RES-1).
 */
final class AttemptCounts {
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();

    /** Whether the event changes for what an appointment counts. */
    static boolean isCounted(CandidacyEvent event) {
        return event instanceof SittingEvent.ExamBegun || event instanceof SittingEvent.AppointmentWithdrawn;
    }

    void count(CandidacyEvent event) {
        switch (event) {
            case SittingEvent.ExamBegun e -> of(e.appointmentId(), e.owner(), e.examinee(), e.subject()).attended = 1;
            case SittingEvent.AppointmentWithdrawn e ->
                of(e.appointmentId(), e.owner(), e.examinee(), e.subject()).attended = 0;
            default -> {}
        }
    }

    /** Whether the exam day ended so that nobody sat. */
    static boolean isCounted(ExamDayEvent event) {
        return event instanceof ExamDayEvent.IdentityRejected || event instanceof ExamDayEvent.Missed;
    }

    void count(ExamDayEvent event) {
        if (isCounted(event)) {
            of(event.appointmentId(), event.owner(), event.examinee(), event.subject()).attended = 0;
        }
    }

    void count(ExamResultEvent event) {
        switch (event) {
            case ExamResultEvent.Recorded e -> {}
            case ExamResultEvent.Corrected e -> of(e).passed = passed(e.outcome());
            case ExamResultEvent.Released e -> {
                of(e).passed = passed(e.outcome());
                of(e).released = true;
            }
        }
    }

    private static int passed(ExamOutcome outcome) {
        return outcome == ExamOutcome.PASS ? 1 : 0;
    }

    private Attempt of(ExamResultEvent e) {
        return of(e.appointmentId(), e.owner(), e.examinee(), e.subject());
    }

    private Attempt of(String appointmentId, String owner, String examinee, String subject) {
        return attempts.computeIfAbsent(appointmentId, id -> new Attempt(id, owner, examinee, subject));
    }

    /** The rows of accounts and subjects are there already. */
    void write(ReadModelWriter rows) {
        List<MapSqlParameterSource> changes =
                attempts.values().stream().map(Attempt::row).toList();
        rows.write("""
                insert into read_model.overview_attempt (appointment_id)
                values (:appointmentId)
                on conflict do nothing
                """, changes);
        rows.write("""
                update read_model.overview
                set attended = attended + (
                      select coalesce(cast(:attended as integer), a.attended) - a.attended
                      from read_model.overview_attempt a
                      where a.appointment_id = :appointmentId),
                    passed = passed + (
                      select case
                        when a.released or cast(:released as boolean)
                        then coalesce(cast(:passed as integer), a.passed) - a.passed
                        else 0
                      end
                      from read_model.overview_attempt a
                      where a.appointment_id = :appointmentId)
                where seen_by = :seenBy and account_id = :accountId and subject = :subject
                """, attempts.values().stream().flatMap(Attempt::seen).toList());
        rows.write("""
                update read_model.overview_attempt
                set attended = coalesce(cast(:attended as integer), attended),
                    passed = case
                      when released or cast(:released as boolean)
                      then coalesce(cast(:passed as integer), passed)
                      else passed
                    end,
                    released = released or cast(:released as boolean)
                where appointment_id = :appointmentId
                """, changes);
    }

    /** What a batch says of an appointment; null where it says nothing. */
    private static final class Attempt {
        private final String appointmentId;
        private final String owner;
        private final String examinee;
        private final String subject;
        private @Nullable Integer attended;
        private @Nullable Integer passed;
        private boolean released;

        Attempt(String appointmentId, String owner, String examinee, String subject) {
            this.appointmentId = appointmentId;
            this.owner = owner;
            this.examinee = examinee;
            this.subject = subject;
        }

        MapSqlParameterSource row() {
            return new MapSqlParameterSource("appointmentId", appointmentId)
                    .addValue("attended", attended)
                    .addValue("passed", passed)
                    .addValue("released", released);
        }

        /** From either side (PLT-1). */
        Stream<MapSqlParameterSource> seen() {
            return Stream.of(seenBy(SeenBy.OWNER, owner), seenBy(SeenBy.EXAMINEE, examinee));
        }

        private MapSqlParameterSource seenBy(SeenBy side, String account) {
            return row().addValue("seenBy", side.name())
                    .addValue("accountId", account)
                    .addValue("subject", subject);
        }
    }
}
