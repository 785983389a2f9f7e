package io.examledger.query.audit.figures;

import io.examledger.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a figure's units.
 *
 * @param next where to go on; null if there are no more
 */
record Slice(List<Unit> units, @Nullable Place next) {
    Slice {
        units = List.copyOf(units);
    }

    /** @param events positions of those that make it count */
    record Unit(String type, String id, @Nullable Money amount, List<Long> events) {
        Unit {
            events = events.stream().distinct().sorted().toList();
        }
    }
}
