package io.examledger.query.attempts;

import io.examledger.query.Criteria;
import io.examledger.query.Moment;
import io.examledger.query.Page;
import io.examledger.query.PageRequest;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.accounts.NameSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads attempts, newest first (PLT-4). */
public final class FindAttempts {
    private static final int CHUNK = 500;
    /** Attempts that one page looks through for a name: it may show few, or none, and yet have a next one. */
    private static final int MOST_SEARCHED = 10_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final AccountNames names;
    private final Moment moment;

    public FindAttempts(NamedParameterJdbcTemplate jdbc, AccountNames names) {
        this(jdbc, names, Moment.PRESENT);
    }

    private FindAttempts(NamedParameterJdbcTemplate jdbc, AccountNames names, Moment moment) {
        this.jdbc = jdbc;
        this.names = names;
        this.moment = moment;
    }

    /** The same as of a moment (AUD-2). Names are those of today. */
    public FindAttempts at(Moment asked) {
        return new FindAttempts(jdbc, names, asked);
    }

    public Page<AttemptView> page(AttemptFilter filter, PageRequest request) {
        if (filter.name() != null) {
            return search(filter, new NameSearch(filter.name()), request);
        }
        return Page.of(
                rows(filter, request.before(), request.rows()),
                request,
                AttemptRow::position,
                rows -> named(rows, null).stream().map(Named::view).toList());
    }

    /** Opens names chunk by chunk until the page is full, all have been looked at, or one request has done enough. */
    private Page<AttemptView> search(AttemptFilter filter, NameSearch name, PageRequest request) {
        List<Named> found = new ArrayList<>();
        long before = request.before();
        for (int searched = 0; searched < MOST_SEARCHED; searched += CHUNK) {
            List<AttemptRow> chunk = rows(filter, before, CHUNK);
            found.addAll(named(chunk, name));
            if (found.size() > request.limit() || chunk.size() < CHUNK) {
                return Page.of(
                        found.subList(0, Math.min(found.size(), request.rows())),
                        request,
                        row -> row.row.position(),
                        rows -> rows.stream().map(Named::view).toList());
            }
            before = chunk.getLast().position();
        }
        return Page.before(found.stream().map(Named::view).toList(), before);
    }

    private List<AttemptRow> rows(AttemptFilter filter, long before, int number) {
        Criteria criteria = filter.criteria()
                .where("a.position < :before", "before", before)
                .with("rows", number);
        return jdbc.query(
                AttemptRow.select(moment) + criteria.clause() + """
                order by a.position desc
                limit :rows
                """,
                criteria.values(),
                (row, n) -> AttemptRow.read(row));
    }

    public long count(AttemptFilter filter) {
        AtomicLong count = new AtomicLong();
        if (filter.name() != null) {
            each(filter, attempt -> count.incrementAndGet());
            return count.get();
        }
        Criteria criteria = filter.criteria();
        jdbc.query(
                """
                select count(*) as attempts
                from %s a
                left join %s s on s.code = a.subject
                %s""".formatted(moment.rowsOf(AttemptProjection.ATTEMPTS), moment.rowsOf("subject"), criteria.clause()),
                criteria.values(),
                row -> {
                    count.set(row.getLong("attempts"));
                });
        return count.get();
    }

    /** Hands over every attempt as the database gives them; names are opened chunk by chunk. */
    public void each(AttemptFilter filter, Consumer<AttemptView> consumer) {
        Criteria criteria = filter.criteria();
        List<AttemptRow> chunk = new ArrayList<>(CHUNK);
        jdbc.query(
                AttemptRow.select(moment) + criteria.clause() + "order by a.position desc", criteria.values(), row -> {
                    chunk.add(AttemptRow.read(row));
                    if (chunk.size() == CHUNK) {
                        handOver(chunk, filter, consumer);
                        chunk.clear();
                    }
                });
        handOver(chunk, filter, consumer);
    }

    private void handOver(List<AttemptRow> chunk, AttemptFilter filter, Consumer<AttemptView> consumer) {
        NameSearch name = filter.name() == null ? null : new NameSearch(filter.name());
        named(chunk, name).stream().map(Named::view).forEach(consumer);
    }

    /** @param search null for all; otherwise those that it finds */
    private List<Named> named(List<AttemptRow> rows, @Nullable NameSearch search) {
        List<String> examinees = rows.stream().map(AttemptRow::examinee).toList();
        Map<String, String> known = search == null ? names.of(examinees) : names.found(examinees, search);
        return rows.stream()
                .filter(row -> search == null || known.containsKey(row.examinee()))
                .map(row -> new Named(row, row.named(known.get(row.examinee()))))
                .toList();
    }

    private record Named(AttemptRow row, AttemptView view) {}
}
