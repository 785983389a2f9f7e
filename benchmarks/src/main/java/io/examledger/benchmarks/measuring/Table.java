package io.examledger.benchmarks.measuring;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    public Table(List<String> header) {
        row(header);
        row(header.stream().map(column -> "---").toList());
    }

    public void row(List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
