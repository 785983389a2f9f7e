package io.examledger.query.sites;

import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.site.SiteEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** One row for each test center, and one for each session with its seats (APT-8). */
public final class SiteProjection implements Projection {
    @Override
    public String name() {
        return "sites";
    }

    @Override
    public List<String> tables() {
        return List.of("site", "exam_session");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return switch (payload) {
            case SiteEvent event -> Optional.of("site:" + event.siteId());
            case ExamSessionEvent event -> Optional.of("session:" + event.sessionId());
            default -> Optional.empty();
        };
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> sites = new ArrayList<>();
        List<MapSqlParameterSource> sessions = new ArrayList<>();
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            switch (event.payload()) {
                case SiteEvent.Opened e ->
                    sites.add(new MapSqlParameterSource("siteId", e.siteId())
                            .addValue("name", e.name())
                            .addValue("address", e.address())
                            .addValue("zone", e.zone())
                            .addValue("position", event.position()));
                case ExamSessionEvent.Opened e ->
                    sessions.add(session(e, e.siteId(), e.seats(), event.position())
                            .addValue("startsAt", Instants.toColumn(e.start()))
                            .addValue("subjects", listed(e.subjects())));
                case ExamSessionEvent.OnlineOpened e ->
                    sessions.add(session(e, null, e.seats(), event.position())
                            .addValue("startsAt", Instants.toColumn(e.from()))
                            .addValue("subjects", ""));
                case ExamSessionEvent.SeatTaken e -> taken.merge(e.sessionId(), 1, Integer::sum);
                case ExamSessionEvent.SeatGivenBack e -> taken.merge(e.sessionId(), -1, Integer::sum);
                default -> throw new IllegalArgumentException("not an event of sites: " + event.payload());
            }
        }
        write(rows, sites, sessions, taken);
    }

    private static MapSqlParameterSource session(
            ExamSessionEvent event, @Nullable String siteId, int seats, long position) {
        return new MapSqlParameterSource("sessionId", event.sessionId())
                .addValue("siteId", siteId)
                .addValue("seats", seats)
                .addValue("position", position);
    }

    /** With a comma before and after each, so that a whole code can be looked for. */
    private static String listed(List<String> subjects) {
        return subjects.isEmpty() ? "" : "," + String.join(",", subjects) + ",";
    }

    private static void write(
            ReadModelWriter rows,
            List<MapSqlParameterSource> sites,
            List<MapSqlParameterSource> sessions,
            Map<String, Integer> taken) {
        rows.write("""
                insert into read_model.site (site_id, name, address, zone, position)
                values (:siteId, :name, :address, :zone, :position)
                """, sites);
        rows.write("""
                insert into read_model.exam_session (session_id, site_id, starts_at, subjects, seats, position)
                values (:sessionId, :siteId, :startsAt, :subjects, :seats, :position)
                """, sessions);
        rows.write(
                """
                update read_model.exam_session
                set taken = taken + :taken
                where session_id = :sessionId
                """,
                taken.entrySet().stream()
                        .map(session -> new MapSqlParameterSource("sessionId", session.getKey())
                                .addValue("taken", session.getValue()))
                        .toList());
    }
}
