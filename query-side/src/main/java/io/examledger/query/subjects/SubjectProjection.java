package io.examledger.query.subjects;

import io.examledger.kernel.subject.SubjectEvent;
import io.examledger.query.Instants;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The catalogue (CAT-1 to CAT-3): one row for each subject, at its present price. */
public final class SubjectProjection implements Projection {
    @Override
    public String name() {
        return "subjects";
    }

    @Override
    public List<String> tables() {
        return List.of("subject");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof SubjectEvent event ? Optional.of(event.subject()) : Optional.empty();
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> introduced = new ArrayList<>();
        Map<String, MapSqlParameterSource> prices = new LinkedHashMap<>();
        Map<String, MapSqlParameterSource> retired = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            switch ((SubjectEvent) event.payload()) {
                case SubjectEvent.Introduced e -> introduced.add(row(e, event.position()));
                case SubjectEvent.PriceChanged e ->
                    prices.put(
                            e.subject(),
                            new MapSqlParameterSource("code", e.subject())
                                    .addValue("amount", e.price().amount())
                                    .addValue("currency", e.price().currency()));
                case SubjectEvent.Retired e ->
                    retired.put(
                            e.subject(),
                            new MapSqlParameterSource("code", e.subject())
                                    .addValue("retiredAt", Instants.toColumn(e.retiredAt())));
            }
        }
        rows.write("""
                insert into read_model.subject
                  (code, title, category, track, level, price_amount, price_currency,
                   duration_minutes, delivery_modes, exam_type, position)
                values
                  (:code, :title, :category, :track, :level, :amount, :currency,
                   :durationMinutes, :deliveryModes, :examType, :position)
                """, introduced);
        rows.write("""
                update read_model.subject
                set price_amount = :amount, price_currency = :currency
                where code = :code
                """, prices.values());
        rows.write("""
                update read_model.subject
                set retired_at = :retiredAt
                where code = :code
                """, retired.values());
    }

    private static MapSqlParameterSource row(SubjectEvent.Introduced e, long position) {
        return new MapSqlParameterSource("code", e.subject())
                .addValue("title", e.title())
                .addValue("category", e.category().name())
                .addValue("track", e.track())
                .addValue("level", e.level() == null ? null : e.level().name())
                .addValue("amount", e.price().amount())
                .addValue("currency", e.price().currency())
                .addValue("durationMinutes", e.durationMinutes())
                .addValue(
                        "deliveryModes",
                        e.deliveryModes().stream().map(Enum::name).collect(Collectors.joining(",")))
                .addValue("examType", e.examType().name())
                .addValue("position", position);
    }
}
