package io.examledger.query.overview;

import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.Versioned;
import io.examledger.query.projection.VersionedTable;
import io.examledger.query.redeemcodes.StatusCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Adds up the overview's numbers by account and subject (PLT-1, COD-11a). */
public final class OverviewProjection implements Versioned {
    public static final VersionedTable COUNTS = new VersionedTable(
                    "overview",
                    List.of("seen_by", "account_id", "subject"),
                    List.of("position"),
                    List.of(
                            "purchased",
                            "unused",
                            "bound",
                            "scheduled",
                            "completed",
                            "refunded",
                            "expired",
                            "registrations",
                            "attended",
                            "passed"))
            .counting("purchased", "unused", "bound", "scheduled", "completed", "refunded", "expired", "registrations");

    @Override
    public String name() {
        return "overview";
    }

    /** 2: a no-show takes back that an earlier version let the exam begin with the launch. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> tables() {
        return List.of("overview", "overview_version", "overview_attempt");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            case RedeemCodeEvent event -> Optional.of(event.owner() + ":" + event.subject());
            case CandidacyEvent event -> Optional.of(event.owner() + ":" + event.subject());
            case ExamDayEvent event ->
                AttemptCounts.isCounted(event) ? Optional.of(event.owner() + ":" + event.subject()) : Optional.empty();
            case ExamResultEvent event -> Optional.of(event.owner() + ":" + event.subject());
            default -> Optional.empty();
        };
    }

    @Override
    public List<VersionedTable> versionedTables() {
        return List.of(COUNTS);
    }

    @Override
    public Stream<VersionedTable.Row> touches(Object payload) {
        return switch (payload) {
            case RedeemCodeEvent e ->
                StatusCounts.isCounted(e) ? Stream.of(ownersRow(e.owner(), e.subject())) : Stream.empty();
            case CandidacyEvent e ->
                RegistrationCounts.by(e) != 0 || AttemptCounts.isCounted(e)
                        ? bothRows(e.owner(), e.examinee(), e.subject())
                        : Stream.empty();
            case ExamDayEvent e ->
                AttemptCounts.isCounted(e) ? bothRows(e.owner(), e.examinee(), e.subject()) : Stream.empty();
            case ExamResultEvent.Recorded e -> Stream.empty();
            case ExamResultEvent e -> bothRows(e.owner(), e.examinee(), e.subject());
            default -> Stream.empty();
        };
    }

    private static VersionedTable.Row ownersRow(String owner, String subject) {
        return COUNTS.row(SeenBy.OWNER.name(), owner, subject);
    }

    private static Stream<VersionedTable.Row> bothRows(String owner, String examinee, String subject) {
        return Stream.of(ownersRow(owner, subject), COUNTS.row(SeenBy.EXAMINEE.name(), examinee, subject));
    }

    /** What appointments count for depends on what they counted for before. */
    @Override
    public Map<String, Integer> adds(Object payload) {
        return switch (payload) {
            case RedeemCodeEvent e -> StatusCounts.of(e, "purchased");
            case CandidacyEvent e ->
                AttemptCounts.isCounted(e) ? Map.of() : Map.of("registrations", RegistrationCounts.by(e));
            default -> Map.of();
        };
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        Map<Key, Change> changes = new LinkedHashMap<>();
        AttemptCounts attempts = new AttemptCounts();
        for (RecordedEvent event : events) {
            switch (event.payload()) {
                case RedeemCodeEvent e -> {
                    if (StatusCounts.isCounted(e)) {
                        at(changes, event, SeenBy.OWNER, e.owner(), e.subject())
                                .codes
                                .count(e);
                    }
                }
                case CandidacyEvent e -> {
                    int by = RegistrationCounts.by(e);
                    if (by != 0) {
                        at(changes, event, SeenBy.OWNER, e.owner(), e.subject()).registrations += by;
                        at(changes, event, SeenBy.EXAMINEE, e.examinee(), e.subject()).registrations += by;
                    }
                    attempts.count(e);
                }
                case ExamDayEvent e -> attempts.count(e);
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

    private static Change at(
            Map<Key, Change> changes, RecordedEvent event, SeenBy seenBy, String account, String subject) {
        return changes.computeIfAbsent(new Key(seenBy, account, subject), key -> new Change(event));
    }

    private static void write(ReadModelWriter rows, List<MapSqlParameterSource> changes) {
        rows.write("""
                insert into read_model.overview (seen_by, account_id, subject, position, recorded_at)
                values (:seenBy, :accountId, :subject, :position, :recordedAt)
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
        private final RecordedEvent first;
        private final StatusCounts codes = new StatusCounts();
        private int registrations;

        Change(RecordedEvent first) {
            this.first = first;
        }

        MapSqlParameterSource addTo(MapSqlParameterSource row) {
            return codes.addTo(row)
                    .addValue("registrations", registrations)
                    .addValue("position", first.position())
                    .addValue("recordedAt", Instants.toColumn(first.recordedAt()));
        }
    }
}
