package io.examledger.query.replay;

import io.examledger.query.projection.ReadModelWriter;
import java.io.IOException;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Writes rows that are only added with PostgreSQL's COPY, in the transaction that is running, and leaves everything else
 * to another writer. Both write the same rows; this is the cheaper way for many.
 */
final class CopyingWriter implements ReadModelWriter {
    /** Of fewer rows a COPY costs more than it saves. */
    private static final int FEW = 16;

    /** Characters of one row, more or less. */
    private static final int LINE = 200;

    private static final Pattern INSERT = Pattern.compile(
            "\\s*insert into read_model\\.(\\w+)\\s*\\(([\\w\\s,]+)\\)\\s*values\\s*\\(([:\\w\\s,]+)\\)\\s*");
    private static final Pattern VALUE = Pattern.compile(":\\w+|\\d+");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String SPECIAL = "\\\n\r\t";
    private static final String ESCAPES = "\\nrt";
    private static final Map<String, Optional<Copy>> COPIES = new ConcurrentHashMap<>();

    private final JdbcOperations jdbc;
    private final String schema;
    private final ReadModelWriter others;

    /** @param others writes into the same schema */
    CopyingWriter(JdbcOperations jdbc, String schema, ReadModelWriter others) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.others = others;
    }

    /** @param values names of parameters, and numbers */
    private record Copy(String table, String columns, List<String> values) {
        static Optional<Copy> of(String sql) {
            Matcher insert = INSERT.matcher(sql);
            if (!insert.matches()) {
                return Optional.empty();
            }
            List<String> values =
                    Stream.of(COMMA.split(insert.group(3).strip())).toList();
            return values.stream().allMatch(VALUE.asMatchPredicate())
                    ? Optional.of(new Copy(
                            insert.group(1),
                            insert.group(2),
                            values.stream()
                                    .map(value -> value.replaceFirst("^:", ""))
                                    .toList()))
                    : Optional.empty();
        }

        void addLine(StringBuilder lines, SqlParameterSource row) {
            for (String value : values) {
                add(lines, Character.isDigit(value.charAt(0)) ? value : row.getValue(value));
                lines.append('\t');
            }
            lines.setCharAt(lines.length() - 1, '\n');
        }
    }

    @Override
    public void write(String sql, Collection<? extends SqlParameterSource> rows) {
        Optional<Copy> copy = rows.size() < FEW ? Optional.empty() : COPIES.computeIfAbsent(sql, Copy::of);
        if (copy.isEmpty()) {
            others.write(sql, rows);
            return;
        }
        StringBuilder lines = new StringBuilder(rows.size() * LINE);
        rows.forEach(row -> copy.get().addLine(lines, row));
        copy(
                "copy %s.%s (%s) from stdin"
                        .formatted(schema, copy.get().table(), copy.get().columns()),
                lines.toString());
    }

    private void copy(String statement, String lines) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(lines));
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("rows could not be sent", e);
            }
        });
    }

    /** As COPY reads text: a backslash before what means something else. */
    private static void add(StringBuilder lines, @Nullable Object value) {
        switch (value) {
            case null -> lines.append("\\N");
            case String text -> addEscaped(lines, text);
            case OffsetDateTime time -> lines.append(time);
            case Number number -> lines.append(number);
            case Boolean truth -> lines.append(truth.booleanValue());
            default -> throw new IllegalArgumentException("rows hold no " + value.getClass());
        }
    }

    private static void addEscaped(StringBuilder lines, String text) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            int special = SPECIAL.indexOf(text.charAt(i));
            if (special >= 0) {
                lines.append(text, plain, i).append('\\').append(ESCAPES.charAt(special));
                plain = i + 1;
            }
        }
        lines.append(text, plain, text.length());
    }
}
