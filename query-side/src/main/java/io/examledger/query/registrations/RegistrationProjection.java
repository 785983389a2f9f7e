package io.examledger.query.registrations;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.Versioned;
import io.examledger.query.projection.VersionedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** One row for each registration, ended ones included. */
public final class RegistrationProjection implements Versioned {
    public static final VersionedTable REGISTRATIONS = new VersionedTable(
            "registration",
            List.of("registration_id"),
            List.of(
                    "examinee",
                    "account_id",
                    "subject",
                    "order_id",
                    "redeem_code_id",
                    "valid_until",
                    "opened_at",
                    "position"),
            List.of("withdrawn_at", "expired_at", "used_at"));

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public List<String> tables() {
        return List.of("registration", "registration_version");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            case CandidacyEvent.RegistrationOpened event -> Optional.of(event.registrationId());
            case CandidacyEvent.RegistrationWithdrawn event -> Optional.of(event.registrationId());
            case CandidacyEvent.RegistrationExpired event -> Optional.of(event.registrationId());
            case CandidacyEvent.RegistrationRefunded event -> Optional.of(event.registrationId());
            case CandidacyEvent.RegistrationUsed event -> Optional.of(event.registrationId());
            default -> Optional.empty();
        };
    }

    @Override
    public List<VersionedTable> versionedTables() {
        return List.of(REGISTRATIONS);
    }

    @Override
    public Stream<VersionedTable.Row> touches(Object payload) {
        return sequenceOf(payload).stream().map(REGISTRATIONS::row);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> opened = new ArrayList<>();
        List<MapSqlParameterSource> withdrawn = new ArrayList<>();
        List<MapSqlParameterSource> expired = new ArrayList<>();
        List<MapSqlParameterSource> used = new ArrayList<>();
        for (RecordedEvent event : events) {
            switch (event.payload()) {
                case CandidacyEvent.RegistrationOpened e -> opened.add(row(e, event));
                case CandidacyEvent.RegistrationWithdrawn e ->
                    withdrawn.add(new MapSqlParameterSource("registrationId", e.registrationId())
                            .addValue("withdrawnAt", Instants.toColumn(e.withdrawnAt())));
                case CandidacyEvent.RegistrationRefunded e ->
                    withdrawn.add(new MapSqlParameterSource("registrationId", e.registrationId())
                            .addValue("withdrawnAt", Instants.toColumn(e.refundedAt())));
                case CandidacyEvent.RegistrationExpired e ->
                    expired.add(new MapSqlParameterSource("registrationId", e.registrationId())
                            .addValue("expiredAt", Instants.toColumn(e.expiredAt())));
                case CandidacyEvent.RegistrationUsed e ->
                    used.add(new MapSqlParameterSource("registrationId", e.registrationId())
                            .addValue("usedAt", Instants.toColumn(e.usedAt())));
                default -> throw new IllegalArgumentException("not an event of registrations: " + event.payload());
            }
        }
        rows.write("""
                insert into read_model.registration
                  (registration_id, examinee, account_id, subject, order_id, redeem_code_id,
                   valid_until, opened_at, position, recorded_at)
                values
                  (:registrationId, :examinee, :accountId, :subject, :orderId, :redeemCodeId,
                   :validUntil, :openedAt, :position, :recordedAt)
                """, opened);
        rows.write("""
                update read_model.registration
                set withdrawn_at = :withdrawnAt
                where registration_id = :registrationId
                """, withdrawn);
        rows.write("""
                update read_model.registration
                set expired_at = :expiredAt
                where registration_id = :registrationId
                """, expired);
        rows.write("""
                update read_model.registration
                set used_at = :usedAt
                where registration_id = :registrationId
                """, used);
    }

    private static MapSqlParameterSource row(CandidacyEvent.RegistrationOpened e, RecordedEvent recorded) {
        return new MapSqlParameterSource("registrationId", e.registrationId())
                .addValue("examinee", e.examinee())
                .addValue("accountId", e.owner())
                .addValue("subject", e.subject())
                .addValue("orderId", e.orderId())
                .addValue("redeemCodeId", e.redeemCodeId())
                .addValue("validUntil", Instants.toColumn(e.validUntil()))
                .addValue("openedAt", Instants.toColumn(e.openedAt()))
                .addValue("position", recorded.position())
                .addValue("recordedAt", Instants.toColumn(recorded.recordedAt()));
    }
}
