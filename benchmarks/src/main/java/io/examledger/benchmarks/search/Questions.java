package io.examledger.benchmarks.search;

import io.examledger.query.PageRequest;
import io.examledger.query.audit.AuditFilter;
import io.examledger.query.audit.FindAuditEvents;
import io.examledger.query.audit.FindTimelines;
import io.examledger.query.audit.Mention;
import io.examledger.query.audit.Mention.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What {@link LongHistory} is asked: each filter alone, first page and deep in the list, and those that do not go well together. */
final class Questions {
    private static final int LIMIT = 50;
    private static final String POLICY = "actor=WhenOrderPurchasedIssueRedeemCodes";
    private static final String ORDER = "0198a3c9-4e90-7b52-a1f3-";
    private static final String EXAMINEE = "0198a3c2-77d0-7e31-b4c6-";
    private static final String COMPANY = "0198a3c0-5b1e-7c44-9d2a-";
    private static final String APPOINTMENT = "0198a3f0-6d5c-7b4a-8392-";

    private final long events;
    private final FindAuditEvents search;
    private final FindTimelines timelines;
    private final List<Question> questions = new ArrayList<>();

    private Questions(long events, FindAuditEvents search, FindTimelines timelines) {
        this.events = events;
        this.search = search;
        this.timelines = timelines;
    }

    static List<Question> of(long events, FindAuditEvents search, FindTimelines timelines) {
        Questions all = new Questions(events, search, timelines);
        all.single();
        all.together();
        all.spans();
        all.timelines();
        return all.questions;
    }

    private void single() {
        firstAndDeep("no filter", i -> "");
        firstAndDeep("aggregate, a frequent one", i -> "aggregate=RedeemCode");
        first("aggregate, a rare one", i -> "aggregate=Subject");
        first("id, of a code", i -> "id=" + code(i));
        first("id, of an order", i -> "id=" + id(ORDER, 10_000L * i));
        firstAndDeep("type, a frequent one", i -> "type=redeem-code.issued");
        first("type, a rare one", i -> "type=subject.retired");
        firstAndDeep("actor, behind six tenths of all events", i -> POLICY);
        firstAndDeep("actor, a staff member", i -> "actor=staff-" + i % 20);
        first("actor, an examinee", i -> "actor=" + id(EXAMINEE, 1_000 + i));
        first("actor, who was gone early", i -> "actor=staff-gone");
        first("correlation, of a large order", i -> "correlation=request-" + id(ORDER, 10_000L * i));
        first("correlation, of one event", i -> "correlation=request-" + (1_000_006 + 10 * i));
    }

    private void together() {
        firstAndDeep("actor + type, all of the actor's", i -> POLICY + "&type=redeem-code.issued");
        first("actor + type, none of a frequent actor's", i -> POLICY + "&type=subject.retired");
        first("actor + type, both frequent, never together", i -> POLICY + "&type=exam-result.recorded");
        firstAndDeep("actor + type, of a staff member", i -> "actor=staff-" + i % 20 + "&type=personal-data.read");
        first("actor + type, few of a staff member's", i -> "actor=staff-1&type=subject.retired");
        first("actor + aggregate, never together", i -> POLICY + "&aggregate=Appointment");
        first("actor + aggregate, of a staff member", i -> "actor=staff-" + i % 20 + "&aggregate=Appointment");
        first("type + aggregate", i -> "type=redeem-code.issued&aggregate=RedeemCode");
        first("type + aggregate, never together", i -> "type=redeem-code.issued&aggregate=Order");
        first("actor + type + aggregate", i -> POLICY + "&type=redeem-code.issued&aggregate=RedeemCode");
        first(
                "correlation + type, none of a large order's",
                i -> "correlation=request-" + id(ORDER, 10_000L * i) + "&type=order.purchased");
        first("id + type", i -> "id=" + code(i) + "&type=redeem-code.bound");
    }

    private void spans() {
        first("an hour", i -> span(i, "01"));
        first("an hour, of a frequent actor", i -> span(i, "01") + "&" + POLICY);
        first("an hour, of a staff member", i -> span(i, "01") + "&actor=staff-" + i % 20);
        first("an hour, of one who was gone", i -> span(i, "01") + "&actor=staff-gone");
        first("an hour, of a type", i -> span(i, "01") + "&type=exam-result.recorded");
        first("an hour, of a rare type", i -> span(i, "01") + "&type=subject.retired");
        first("an hour, of an aggregate", i -> span(i, "01") + "&aggregate=Order");
        first("all up to the second month", i -> "to=2025-02-0" + (1 + i % 9) + "T00:00:00Z");
        first("all but the newest, by position", i -> "toPosition=" + events / 100 * (1 + i));
    }

    private void timelines() {
        timeline("timeline of an order of 24,000 codes", i -> new Mention(Kind.ORDER, id(ORDER, 10_000L * i)));
        timeline("timeline of a company", i -> new Mention(Kind.ACCOUNT, id(COMPANY, i)));
        timelineFirst("timeline of an order of 30 codes", i -> new Mention(Kind.ORDER, id(ORDER, 10_000L * i + 8_000)));
        timelineFirst("timeline of a code", i -> new Mention(Kind.REDEEM_CODE, code(i)));
        timelineFirst("timeline of an appointment", i -> new Mention(Kind.APPOINTMENT, id(APPOINTMENT, 1_000L * i)));
        timelineFirst("timeline of an examinee", i -> new Mention(Kind.ACCOUNT, id(EXAMINEE, 1_000 + i)));
    }

    private static String id(String kind, long number) {
        return kind + "%012x".formatted(number);
    }

    /** One of those that somebody used. */
    private static String code(int i) {
        long story = 10_000L * i;
        return id(ORDER, story) + "-%07d".formatted(story * 6);
    }

    private static String span(int i, String hours) {
        return "from=2025-03-%02dT00:00:00Z&to=2025-03-%02dT%s:00:00Z".formatted(1 + i % 28, 1 + i % 28, hours);
    }

    private void firstAndDeep(String words, IntFunction<String> filter) {
        first(words, filter);
        add(words + ", deep", filter, i -> new PageRequest(LIMIT, events / 3 + 1_000L * i));
    }

    private void first(String words, IntFunction<String> filter) {
        add(words, filter, i -> new PageRequest(LIMIT, Long.MAX_VALUE));
    }

    private void add(String words, IntFunction<String> filter, IntFunction<PageRequest> page) {
        questions.add(new Question(
                words,
                i -> search.page(AuditFilter.of(parameters(filter.apply(i))), page.apply(i))
                        .items()
                        .size()));
    }

    private void timeline(String words, IntFunction<Mention> of) {
        timelineFirst(words, of);
        questions.add(new Question(
                words + ", deep",
                i -> timelines
                        .page(of.apply(i), new PageRequest(LIMIT, events / 50))
                        .items()
                        .size()));
    }

    private void timelineFirst(String words, IntFunction<Mention> of) {
        questions.add(new Question(
                words,
                i -> timelines
                        .page(of.apply(i), new PageRequest(LIMIT, Long.MAX_VALUE))
                        .items()
                        .size()));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }
}
