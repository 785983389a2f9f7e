package io.examledger.query.audit.figures;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.examledger.query.BadQuery;
import io.examledger.query.Moment;
import io.examledger.query.audit.LoggedEvents;
import io.examledger.query.audit.figures.FigureView.CountedThing;
import io.examledger.query.audit.figures.FigureView.DecidingEvent;
import io.examledger.query.audit.figures.FigureView.FigureUnit;
import io.examledger.query.audit.figures.Slice.Unit;
import io.examledger.query.projection.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads figures, and what each is made of. */
public final class FindFigures {
    private final List<Figure> figures;
    private final LoggedEvents log;

    public FindFigures(NamedParameterJdbcTemplate jdbc, LoggedEvents log) {
        this.figures = Figures.all(jdbc, log);
        this.log = log;
    }

    List<FigureDescription> all() {
        return figures.stream().map(Figure::description).toList();
    }

    /** @throws BadQuery naming those that there are */
    Figure named(String name) {
        return figures.stream()
                .filter(figure -> figure.description().figure().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadQuery(
                        "figure", all().stream().map(FigureDescription::figure).collect(joining(", ", "one of ", ""))));
    }

    /** @param moment a past one */
    FigureView page(Figure figure, Narrowing narrowing, Moment moment, Place after, int limit) {
        FigureValue value = figure.value(narrowing, moment);
        Slice slice = figure.units(narrowing, moment, after, limit);
        Instant asOf = Objects.requireNonNull(moment.instant());
        return new FigureView(
                figure.description().figure(),
                value,
                items(slice.units()),
                slice.next() == null ? null : new FigureCursor(asOf, slice.next()).written());
    }

    private List<FigureUnit> items(List<Unit> units) {
        List<Long> positions = units.stream()
                .flatMap(unit -> unit.events().stream())
                .distinct()
                .toList();
        Map<Long, DecidingEvent> events = positions.isEmpty()
                ? Map.of()
                : log.at(positions).stream().collect(toMap(RecordedEvent::position, DecidingEvent::of));
        return units.stream()
                .map(unit -> new FigureUnit(
                        new CountedThing(unit.type(), unit.id()),
                        unit.amount(),
                        unit.events().stream()
                                .map(events::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }
}
