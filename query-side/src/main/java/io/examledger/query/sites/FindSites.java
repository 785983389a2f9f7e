package io.examledger.query.sites;

import io.examledger.query.Criteria;
import io.examledger.query.Instants;
import io.examledger.query.NotFound;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads test centers and their sessions, the last opened first. */
public final class FindSites {
    private final NamedParameterJdbcTemplate jdbc;

    public FindSites(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Page<SiteView> page(PageRequest request) {
        Criteria criteria = new Criteria()
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<SiteRow> rows = jdbc.query(
                """
                select site_id, name, address, zone, position
                from read_model.site
                %sorder by position desc
                limit :rows
                """.formatted(criteria.clause()),
                criteria.values(),
                (row, number) -> new SiteRow(
                        new SiteView(
                                row.getString("site_id"),
                                row.getString("name"),
                                row.getString("address"),
                                row.getString("zone")),
                        row.getLong("position")));
        return Page.of(
                rows,
                request,
                SiteRow::position,
                shown -> shown.stream().map(SiteRow::view).toList());
    }

    /**
     * @param subject that can be sat there; null for any
     * @param from starts then or later
     * @param to starts before then
     * @throws NotFound if there is no such site
     */
    public Page<SessionView> sessions(
            String siteId,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to,
            PageRequest request) {
        requireSite(siteId);
        Criteria criteria = new Criteria()
                .where("site_id = :site", "site", siteId)
                .where("(subjects = '' or position(:subject in subjects) > 0)", "subject", listed(subject))
                .where("starts_at >= :from", "from", Instants.toColumn(from))
                .where("starts_at < :to", "to", Instants.toColumn(to))
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<SessionRow> rows =
                jdbc.query("""
                select session_id, site_id, starts_at, subjects, seats, seats - taken as seats_left, position
                from read_model.exam_session
                %sorder by position desc
                limit :rows
                """.formatted(criteria.clause()), criteria.values(), (row, number) -> read(row));
        return Page.of(
                rows,
                request,
                SessionRow::position,
                shown -> shown.stream().map(SessionRow::view).toList());
    }

    private void requireSite(String siteId) {
        List<String> sites = jdbc.queryForList(
                "select site_id from read_model.site where site_id = :site",
                new MapSqlParameterSource("site", siteId),
                String.class);
        if (sites.isEmpty()) {
            throw new NotFound("site");
        }
    }

    private static @Nullable String listed(@Nullable String subject) {
        return subject == null ? null : "," + subject + ",";
    }

    private static SessionRow read(ResultSet row) throws SQLException {
        return new SessionRow(
                new SessionView(
                        row.getString("session_id"),
                        row.getString("site_id"),
                        Instants.required(row, "starts_at"),
                        Arrays.stream(row.getString("subjects").split(",", -1))
                                .filter(subject -> !subject.isEmpty())
                                .toList(),
                        row.getInt("seats"),
                        row.getInt("seats_left")),
                row.getLong("position"));
    }

    private record SiteRow(SiteView view, long position) {}

    private record SessionRow(SessionView view, long position) {}
}
