package io.examledger.platform.model;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be said of one thing at one time, to be compared and to be read in a failure. */
final class Facts {
    private final Map<String, @Nullable Object> facts = new HashMap<>();

    /** @param fact a value that does not change any more */
    Facts with(String name, @Nullable Object fact) {
        facts.put(name, fact);
        return this;
    }

    String text(String name) {
        return String.valueOf(facts.get(name));
    }

    void add(String name, long number) {
        facts.put(name, number(name) + number);
    }

    long number(String name) {
        return facts.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** As a database's rows are read. */
    Facts asTexts() {
        facts.replaceAll((name, fact) -> String.valueOf(fact));
        return this;
    }

    Facts withoutZeros() {
        facts.values().removeIf(fact -> "0".equals(String.valueOf(fact)));
        return this;
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts that && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return new TreeMap<>(facts).toString();
    }
}
