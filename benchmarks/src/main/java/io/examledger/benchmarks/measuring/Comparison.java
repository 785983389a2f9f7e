package io.examledger.benchmarks.measuring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures variants side by side: all are warmed up, then every round measures every variant. */
public final class Comparison {
    private static final int WARM_UP_CLIENTS = 8;

    private final List<Variant> variants;
    private final Map<String, Map<Integer, List<Double>>> figures = new LinkedHashMap<>();

    public Comparison(List<Variant> variants) {
        this.variants = List.copyOf(variants);
    }

    public void run(Settings settings) throws Exception {
        for (Variant variant : variants) {
            Duration slice = settings.warmUp().dividedBy(2);
            variant.rate(WARM_UP_CLIENTS, slice);
            variant.rate(WARM_UP_CLIENTS, slice);
        }
        for (int round = 1; round <= settings.rounds(); round++) {
            for (int clients : settings.clients()) {
                for (Variant variant : variants) {
                    double rate = variant.rate(clients, settings.time());
                    System.err.printf(
                            Locale.ROOT, "round %d, %2d clients: %,10.0f/s %s%n", round, clients, rate, variant.name());
                    figures.computeIfAbsent(variant.name(), name -> new LinkedHashMap<>())
                            .computeIfAbsent(clients, c -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
    }

    /**
     * A table with a row for each variant and number of clients.
     *
     * @param against the variants whose medians the others' are divided by
     */
    public Table table(String unit, List<String> against) {
        List<String> header = new ArrayList<>(List.of("clients", "variant", unit));
        against.forEach(name -> header.add("x " + name));
        Table table = new Table(header);
        for (int clients : measured()) {
            for (String name : figures.keySet()) {
                List<String> row = new ArrayList<>(List.of(
                        String.valueOf(clients), name, spread(name, clients).text(0)));
                for (String other : against) {
                    double ratio = spread(name, clients).median()
                            / spread(other, clients).median();
                    row.add(String.format(Locale.ROOT, "%.2f", ratio));
                }
                table.row(row);
            }
        }
        return table;
    }

    private Set<Integer> measured() {
        return figures.values().stream().findFirst().map(Map::keySet).orElse(Set.of());
    }

    private Spread spread(String variant, int clients) {
        return Spread.of(figures.getOrDefault(variant, Map.of()).getOrDefault(clients, List.of()));
    }
}
