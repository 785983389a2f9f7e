package io.examledger.query.audit.figures;

import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.audit.Mention;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.audit.figures.Trail.Entry;
import io.examledger.query.projection.VersionedTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Registrations or appointments in some state, as the overview counts them or the statistics (PLT-1, PLT-4). */
final class ExamFigure implements Figure {
    private final NamedParameterJdbcTemplate jdbc;
    private final Trail trail;
    private final FigureDescription description;
    private final Counted counted;
    private final ExamDashboard dashboard;

    ExamFigure(
            NamedParameterJdbcTemplate jdbc,
            Trail trail,
            FigureDescription description,
            Counted counted,
            ExamDashboard dashboard) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.description = description;
        this.counted = counted;
        this.dashboard = dashboard;
    }

    /**
     * What is counted.
     *
     * @param id column of the key
     * @param condition of those rows that count
     * @param kind of the units
     * @param deciding types of the events that make one count, besides the one that made its row
     */
    record Counted(VersionedTable table, String id, String condition, Mention.Kind kind, Set<String> deciding) {}

    @Override
    public FigureDescription description() {
        return description;
    }

    @Override
    public FigureValue value(Narrowing narrowing, Moment moment) {
        return new FigureValue.Count(dashboard.value(narrowing, moment));
    }

    @Override
    public Slice units(Narrowing narrowing, Moment moment, Place after, int limit) {
        Walk walk = new Walk(limit);
        String accountColumn = dashboard.accountColumn(narrowing, moment);
        walk.through(after, (before, rows) -> rows(narrowing.criteria(accountColumn), moment, before, rows));
        List<String> ids = walk.found().stream().map(Walk.Row::id).toList();
        Map<String, List<Entry>> happened = trail.concerning(counted.kind, ids, counted.deciding, moment);
        return new Slice(
                walk.found().stream()
                        .map(row -> unit(row, happened.getOrDefault(row.id(), List.of())))
                        .toList(),
                walk.next());
    }

    private Unit unit(Walk.Row row, List<Entry> happened) {
        Stream<Long> positions =
                Stream.concat(Stream.of(row.position()), happened.stream().map(Entry::position));
        return new Unit(description.unit(), row.id(), null, positions.toList());
    }

    private List<Walk.Row> rows(Criteria criteria, Moment moment, long before, int rows) {
        criteria.where("position < :before", "before", before).with("rows", rows);
        return jdbc.query(
                """
                select %1$s as id, position, case when %2$s then 1 else 0 end as counts
                from %3$s counted
                %4$sorder by position desc
                limit :rows
                """.formatted(counted.id, counted.condition, moment.rowsOf(counted.table), criteria.clause()),
                criteria.values(),
                (row, number) ->
                        new Walk.Row(row.getString("id"), row.getLong("position"), row.getInt("counts") == 1, null));
    }
}
