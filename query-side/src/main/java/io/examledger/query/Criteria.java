package io.examledger.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Conditions that narrow a query, with their values. A condition without a value narrows nothing. */
public final class Criteria {
    private final List<String> conditions = new ArrayList<>();
    private final MapSqlParameterSource values = new MapSqlParameterSource();

    /**
     * @param condition SQL that refers to the value as {@code :name}; never made of input
     * @param value null to leave the condition out
     */
    public Criteria where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.addValue(name, value);
        }
        return this;
    }

    /** Adds a value that is no condition, for example the limit. */
    public Criteria with(String name, Object value) {
        values.addValue(name, value);
        return this;
    }

    /** The {@code where} clause, or nothing. */
    public String clause() {
        return conditions.isEmpty() ? "" : "where " + String.join("\n  and ", conditions) + "\n";
    }

    public MapSqlParameterSource values() {
        return values;
    }
}
