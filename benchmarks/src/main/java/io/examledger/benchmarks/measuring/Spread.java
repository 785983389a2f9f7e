package io.examledger.benchmarks.measuring;

import java.util.List;
import java.util.Locale;

/** The figures of several rounds. */
public record Spread(double least, double median, double most) {
    /** @throws IllegalArgumentException if there is no figure */
    public static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }

    /** Median and range, with as many decimals. */
    public String text(int decimals) {
        String format = "%,." + decimals + "f";
        return String.format(Locale.ROOT, format + " (" + format + "..." + format + ")", median, least, most);
    }
}
