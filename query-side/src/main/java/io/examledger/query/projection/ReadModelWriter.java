package io.examledger.query.projection;

import java.util.Collection;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Where projections write. It tells them nothing about what is stored. */
@FunctionalInterface
public interface ReadModelWriter {
    /** @param sql one statement with named parameters, run for each of the rows */
    void write(String sql, Collection<? extends SqlParameterSource> rows);
}
