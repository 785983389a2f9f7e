package io.examledger.query.projection;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of a read model, and the table {@code <name>_version} of what its rows were before they changed. A row of the
 * latter holds the key, when what replaced it was recorded, and the columns that change; what never changes stands in the
 * live row, which is never deleted.
 */
public final class VersionedTable {
    /** As recorded times are; what is left is cut off. */
    private static final DateTimeFormatter TO_MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private final String name;
    private final List<String> key;
    private final List<String> fixed;
    private final List<String> changing;
    private final List<String> counters;
    private final String keep;
    private final String keepCounted;

    /**
     * A table without counters.
     *
     * @param name without its schema. The table also has {@code position}, of the event that made the row, and {@code recorded_at} of that event
     * @param key columns of text
     * @param fixed further columns that never change once the row is there
     * @param changing all others that are read as of a past moment
     */
    public VersionedTable(String name, List<String> key, List<String> fixed, List<String> changing) {
        this(name, key, fixed, changing, List.of());
    }

    private VersionedTable(
            String name, List<String> key, List<String> fixed, List<String> changing, List<String> counters) {
        this.name = name;
        this.key = List.copyOf(key);
        this.fixed = List.copyOf(fixed);
        this.changing = List.copyOf(changing);
        this.counters = List.copyOf(counters);
        this.keep = keepStatement(equal(key.size() - 1) + "l." + key.getLast() + " = any(:keys)", "l."::concat);
        this.keepCounted = keepStatement(
                equal(key.size()) + "true",
                column -> counters.contains(column)
                        ? "l.%1$s + cast(:%1$s as integer)".formatted(column)
                        : "l." + column);
    }

    /** The same, of which events may do no more than add to some of the changing columns ({@link Versioned#adds}). */
    public VersionedTable counting(String... columns) {
        return new VersionedTable(name, key, fixed, changing, List.of(columns));
    }

    /** A row of the table, by its key. */
    public record Row(VersionedTable table, List<String> key) {
        public Row {
            key = List.copyOf(key);
        }
    }

    public Row row(String... values) {
        return new Row(this, List.of(values));
    }

    /** Its name, with the schema. */
    public String live() {
        return "read_model." + name;
    }

    /** Name of the table of past versions, with the schema. */
    public String versions() {
        return live() + "_version";
    }

    /**
     * Keeps rows as they are before they change; {@code :keys} are of the key's last column, {@code :key0} and so on of those
     * before it. Of what was recorded at the same time only the first change counts, and a row that was made then has no
     * past: so the versions do not depend on how the log is cut into batches.
     */
    String keep() {
        return keep;
    }

    /**
     * The same of one row, all of whose key is {@code :key0} and so on, where what had been added before is not yet in it: of each
     * counter the parameter of its name.
     */
    String keepCounted() {
        return keepCounted;
    }

    private String keepStatement(String wanted, UnaryOperator<String> value) {
        return """
                insert into %2$s (%3$s, replaced_at, %4$s)
                select %5$s, cast(:replacedAt as timestamp(6) with time zone), %6$s
                from %1$s l
                where %7$s
                  and l.recorded_at < :replacedAt
                  and not exists (
                    select 1
                    from %2$s v
                    where %8$s and v.replaced_at >= :replacedAt)
                """.formatted(
                        live(),
                        versions(),
                        String.join(", ", key),
                        String.join(", ", changing),
                        listed(key, "l."::concat),
                        listed(changing, value),
                        wanted,
                        same("v", "l"));
    }

    /** The first columns of the key. */
    private String equal(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(i -> "l.%s = :key%d and ".formatted(key.get(i), i))
                .collect(joining());
    }

    List<String> counters() {
        return counters;
    }

    /**
     * The rows as they were, as something to select few of them from: for each row its version is looked up. The moment stands
     * in it as literals, for the planner to see how far back it is.
     *
     * @param instant nothing that was recorded later is in the rows
     * @param position of the last event that was recorded by then
     */
    public String asOf(Instant instant, long position) {
        return rows(position, """
                left join %1$s v
                    on %2$s
                    and v.replaced_at = (
                      select min(n.replaced_at)
                      from %1$s n
                      where %3$s and n.replaced_at > %4$s)""".formatted(versions(), same("v", "l"), same("n", "l"), literal(instant)));
    }

    /** The same, to select most of the rows from: all later versions are read, once. */
    public String allAsOf(Instant instant, long position) {
        return rows(position, """
                left join (
                      select %2$s, min(replaced_at) as replaced_at
                      from %1$s
                      where replaced_at > %5$s
                      group by %2$s) n
                    on %3$s
                  left join %1$s v
                    on %4$s and v.replaced_at = n.replaced_at""".formatted(
                        versions(), String.join(", ", key), same("n", "l"), same("v", "n"), literal(instant)));
    }

    private String rows(long position, String joinedVersions) {
        return """
                (select %s,
                    %s
                  from %s l
                  %s
                  where l.position <= %d)""".formatted(
                        listed(Stream.concat(key.stream(), fixed.stream()).toList(), "l."::concat),
                        listed(changing, VersionedTable::asItWas),
                        live(),
                        joinedVersions,
                        position);
    }

    private static String literal(Instant instant) {
        return "timestamp with time zone '" + TO_MICROSECONDS.format(instant) + "'";
    }

    private static String asItWas(String column) {
        return "case when v.replaced_at is null then l.%1$s else v.%1$s end as %1$s".formatted(column);
    }

    private String same(String one, String other) {
        return key.stream()
                .map(column -> "%1$s.%3$s = %2$s.%3$s".formatted(one, other, column))
                .collect(joining(" and "));
    }

    private static String listed(List<String> columns, Function<String, String> expression) {
        return columns.stream().map(expression).collect(joining(", "));
    }
}
