package io.examledger.query.audit.figures;

import java.util.List;

/**
 * A figure, as those who ask for it are told of it.
 *
 * @param figure its name: the dashboard and the field there
 * @param counts what it counts, in plain words
 * @param unit the kind of thing that it counts
 * @param narrowedBy the parameters that it takes
 */
public record FigureDescription(String figure, String counts, String unit, List<String> narrowedBy) {
    public FigureDescription {
        narrowedBy = List.copyOf(narrowedBy);
    }
}
