package io.examledger.query.subjects;

import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.query.Criteria;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the catalogue. */
public final class FindSubjects {
    private final NamedParameterJdbcTemplate jdbc;

    public FindSubjects(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Page<SubjectView> page(PageRequest request) {
        Criteria criteria = new Criteria()
                .where("position < :before", "before", request.before())
                .with("rows", request.rows());
        List<Row> rows = jdbc.query("""
                select code, title, category, track, level, price_amount, price_currency, duration_minutes,
                  delivery_modes, exam_type, retired_at is not null as retired, position
                from read_model.subject
                %sorder by position desc
                limit :rows
                """.formatted(criteria.clause()), criteria.values(), (row, number) -> read(row));
        return Page.of(
                rows,
                request,
                Row::position,
                shown -> shown.stream().map(Row::view).toList());
    }

    private static Row read(ResultSet row) throws SQLException {
        String level = row.getString("level");
        return new Row(
                new SubjectView(
                        row.getString("code"),
                        row.getString("title"),
                        Category.valueOf(row.getString("category")),
                        row.getString("track"),
                        level == null ? null : Level.valueOf(level),
                        new Money(row.getLong("price_amount"), row.getString("price_currency")),
                        row.getInt("duration_minutes"),
                        modes(row.getString("delivery_modes")),
                        ExamType.valueOf(row.getString("exam_type")),
                        row.getBoolean("retired")),
                row.getLong("position"));
    }

    private static List<DeliveryMode> modes(String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(DeliveryMode::valueOf)
                .toList();
    }

    private record Row(SubjectView view, long position) {}
}
