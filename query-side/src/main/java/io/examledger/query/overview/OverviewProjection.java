package io.examledger.query.overview;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.redeemcodes.StatusCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Adds up the overview's numbers by account and subject (PLT-1, COD-11a). */
public final class OverviewProjection implements Projection {
    @Override
    public String name() {
        return "overview";
    }

    @Override
    public List<String> tables() {
        return List.of("overview", "overview_attempt");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            case RedeemCodeEvent event -> Optional.of(event.owner() + ":" + event.subject());
            case CandidacyEvent event -> Optional.of(event.owner() + ":" + event.subject());
            case AppointmentEvent.IdentityRejected event -> Optional.of(event.owner() + ":" + event.subject());
            case ExamResultEvent event -> Optional.of(event.owner() + ":" + event.subject());
            default -> Optional.empty();
        };
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        Map<Key, Change> changes = new LinkedHashMap<>();
        AttemptCounts attempts = new AttemptCounts();
        for (RecordedEvent event : events) {
            switch (event.payload()) {
                case RedeemCodeEvent e -> {
                    if (!(e instanceof RedeemCodeEvent.Regenerated)) {
                        at(changes, SeenBy.OWNER, e.owner(), e.subject()).codes.count(e);
                    }
                }
                case CandidacyEvent e -> {
                    int by = registrations(e);
                    at(changes, SeenBy.OWNER, e.owner(), e.subject()).registrations += by;
                    at(changes, SeenBy.EXAMINEE, e.examinee(), e.subject()).registrations += by;
                    attempts.count(e);
                }
                case AppointmentEvent.IdentityRejected e -> attempts.count(e);
                case ExamResultEvent e -> attempts.count(e);
                default -> throw new IllegalArgumentException("not an event of the overview: " + event.payload());
            }
        }
        write(
                rows,
                changes.entrySet().stream()
                        .map(change -> change.getValue().addTo(change.getKey().row()))
                        .toList());
        attempts.write(rows);
    }

    private static Change at(Map<Key, Change> changes, SeenBy seenBy, String account, String subject) {
        return changes.computeIfAbsent(new Key(seenBy, account, subject), key -> new Change());
    }

    /** PLT-1: open and finished ones count, and so do those that expired unused; withdrawn ones do not. */
    private static int registrations(CandidacyEvent event) {
        return switch (event) {
            case CandidacyEvent.RegistrationOpened e -> 1;
            case CandidacyEvent.RegistrationWithdrawn e -> -1;
            case CandidacyEvent.RegistrationRefunded e -> -1;
            case CandidacyEvent.RegistrationExpired e -> 0;
            case CandidacyEvent.AppointmentMade e -> 0;
            case CandidacyEvent.AppointmentMoved e -> 0;
            case CandidacyEvent.AppointmentWithdrawn e -> 0;
            case CandidacyEvent.ExamBegun e -> 0;
            case CandidacyEvent.AttemptJudged e -> 0;
            case CandidacyEvent.RegistrationUsed e -> 0;
        };
    }

    private static void write(ReadModelWriter rows, List<MapSqlParameterSource> changes) {
        rows.write("""
                insert into read_model.overview (seen_by, account_id, subject)
                values (:seenBy, :accountId, :subject)
                on conflict do nothing
                """, changes);
        rows.write("""
                update read_model.overview
                set purchased = purchased + :issued,
                    unused = unused + :unused,
                    bound = bound + :bound,
                    scheduled = scheduled + :scheduled,
                    completed = completed + :completed,
                    refunded = refunded + :refunded,
                    expired = expired + :expired,
                    registrations = registrations + :registrations
                where seen_by = :seenBy and account_id = :accountId and subject = :subject
                """, changes);
    }

    private record Key(SeenBy seenBy, String account, String subject) {
        MapSqlParameterSource row() {
            return new MapSqlParameterSource("seenBy", seenBy.name())
                    .addValue("accountId", account)
                    .addValue("subject", subject);
        }
    }

    private static final class Change {
        private final StatusCounts codes = new StatusCounts();
        private int registrations;

        MapSqlParameterSource addTo(MapSqlParameterSource row) {
            return codes.addTo(row).addValue("registrations", registrations);
        }
    }
}
