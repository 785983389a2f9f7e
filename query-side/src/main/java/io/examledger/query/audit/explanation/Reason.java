package io.examledger.query.audit.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.examledger.kernel.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question about a thing.
 *
 * @param topic what is asked, in kebab case
 * @param answer in plain words
 * @param rule number of the rule book's rule that says so
 * @param decidedBy the events that brought it about, oldest first
 * @param figures amounts that it is calculated from, by name; left out where there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Reason(String topic, String answer, String rule, List<Evidence> decidedBy, Map<String, Money> figures) {
    public Reason {
        decidedBy = List.copyOf(decidedBy);
        figures = Map.copyOf(figures);
    }

    /** @param deciding those that are null have not happened */
    static Reason of(String topic, String rule, String answer, @Nullable Fact<?>... deciding) {
        return new Reason(topic, answer, rule, evidence(Stream.of(deciding)), Map.of());
    }

    Reason with(Map<String, Money> amounts) {
        return new Reason(topic, answer, rule, decidedBy, amounts);
    }

    static List<Evidence> evidence(Stream<? extends @Nullable Fact<?>> facts) {
        return facts.filter(Objects::nonNull)
                .map(fact -> Objects.requireNonNull(fact).evidence())
                .distinct()
                .sorted()
                .toList();
    }
}
