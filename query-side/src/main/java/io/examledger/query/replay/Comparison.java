package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.TableWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares served tables with rebuilt ones at one position, while the served ones go on. */
final class Comparison {
    /** Rows that are named; the checksums tell whether there are more. */
    private static final int MAX_DIFFERENCES = 100;

    private static final int MAX_BUCKETS = 32;

    /** Of one side, so that they can be compared in memory. */
    private static final long MAX_ROWS = 20_000;

    private static final int FINGERPRINT_BYTES = 8;

    /** Ciphertext and keyed digests, of which a fingerprint is shown. */
    private static final Set<String> SEALED = Set.of("sealed", "digest", "name", "parameters");

    private final TableRows tables;
    private final ShadowTables shadow;
    private final TransactionTemplate beside;

    /** @param beside transactions of their own, beside the snapshot of the served tables */
    Comparison(TableRows tables, ShadowTables shadow, TransactionTemplate beside) {
        this.tables = tables;
        this.shadow = shadow;
        this.beside = beside;
    }

    /** What was found of a projection: every table, and rows that differ. */
    record Found(Projection projection, long position, List<TableView> tables, List<Difference> differences) {
        boolean equal() {
            return tables.stream().allMatch(TableView::equal);
        }

        boolean folds(RecordedEvent event) {
            return !differences.isEmpty()
                    && event.position() <= position
                    && projection.sequenceOf(event.payload()).isPresent();
        }
    }

    /**
     * Runs in a transaction that sees the served tables as they were at the position; the rebuilt ones have been folded
     * up to it.
     */
    Found compare(Projection projection, long position) {
        // Not in the snapshot, which is older than what was folded beside it.
        beside.executeWithoutResult(status -> shadow.requireAt(projection.name(), position));
        List<TableView> views = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (String table : projection.tables()) {
            List<String> key = tables.keyOf(TableWriter.SCHEMA, table);
            RowSums live = tables.sums(TableWriter.SCHEMA, table, key);
            RowSums rebuilt = aside(() -> tables.sums(shadow.schema(), table, key));
            int[] differing = live.differingFrom(rebuilt);
            views.add(new TableView(
                    table,
                    projection.name(),
                    position,
                    live.rows(),
                    live.checksum(),
                    rebuilt.checksum(),
                    differing.length == 0));
            if (differing.length > 0) {
                differences.addAll(differences(table, key, differing, buckets(live, rebuilt)));
            }
        }
        return new Found(projection, position, views, differences);
    }

    /** How many buckets are looked into: few of large tables. */
    private static long buckets(RowSums live, RowSums rebuilt) {
        long rows = Math.max(1, Math.max(live.rows(), rebuilt.rows()));
        return Math.max(1, Math.min(MAX_BUCKETS, RowSums.BUCKETS * MAX_ROWS / rows));
    }

    private List<Difference> differences(String table, List<String> key, int[] differing, long most) {
        Set<Integer> buckets = Arrays.stream(differing).limit(most).boxed().collect(Collectors.toSet());
        Map<List<String>, Map<String, @Nullable String>> live = tables.rows(TableWriter.SCHEMA, table, key, buckets);
        Map<List<String>, Map<String, @Nullable String>> rebuilt =
                aside(() -> tables.rows(shadow.schema(), table, key, buckets));
        Set<List<String>> keys = new HashSet<>(live.keySet());
        keys.addAll(rebuilt.keySet());
        return keys.stream()
                .flatMap(values -> difference(table, named(key, values), live.get(values), rebuilt.get(values)))
                .limit(MAX_DIFFERENCES)
                .toList();
    }

    private static Stream<Difference> difference(
            String table,
            Map<String, String> key,
            @Nullable Map<String, @Nullable String> live,
            @Nullable Map<String, @Nullable String> rebuilt) {
        if (rebuilt == null) {
            return live == null
                    ? Stream.empty()
                    : Stream.of(new Difference(table, Difference.Kind.EXTRA, key, shown(live), Map.of(), null));
        }
        if (live == null) {
            return Stream.of(new Difference(table, Difference.Kind.MISSING, key, Map.of(), shown(rebuilt), null));
        }
        Set<String> columns = TableRows.differing(live, rebuilt);
        if (columns.isEmpty()) {
            return Stream.empty();
        }
        live.keySet().retainAll(columns);
        rebuilt.keySet().retainAll(columns);
        return Stream.of(new Difference(table, Difference.Kind.WRONG, key, shown(live), shown(rebuilt), null));
    }

    private static Map<String, String> named(List<String> key, List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            named.put(key.get(i), values.get(i));
        }
        return named;
    }

    static Map<String, @Nullable String> shown(Map<String, @Nullable String> row) {
        Map<String, @Nullable String> shown = new LinkedHashMap<>(row);
        shown.replaceAll((column, value) -> value != null && SEALED.contains(column) ? fingerprint(value) : value);
        return shown;
    }

    /** Tells whether two are the same, and nothing else. */
    private static String fingerprint(String sealed) {
        byte[] digest = TableRows.sha256().digest(sealed.getBytes(StandardCharsets.UTF_8));
        return "sealed:" + HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
    }

    private <T> T aside(Supplier<T> reading) {
        T read = beside.execute(status -> reading.get());
        if (read == null) {
            throw new IllegalStateException("nothing was read");
        }
        return read;
    }
}
