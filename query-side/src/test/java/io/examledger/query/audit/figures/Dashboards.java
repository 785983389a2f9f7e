package io.examledger.query.audit.figures;

import com.jayway.jsonpath.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the dashboards themselves say, at one moment. */
final class Dashboards {
    private final FigureApi api;
    private final String asOf;
    private final Map<String, Object> seen = new HashMap<>();

    /** @param asOf {@code asOf=…}, or nothing */
    Dashboards(FigureApi api, String asOf) {
        this.api = api;
        this.asOf = asOf;
    }

    long of(String figure, String account, String subject, String order) throws Exception {
        String field = figure.substring(figure.indexOf('.') + 1);
        return switch (figure.substring(0, figure.indexOf('.'))) {
            case "redeemCodes" -> codes(field, account, subject, order);
            case "exams" -> exams(field, account, subject);
            case "statistics" ->
                sum(page("/api/statistics/subjects?limit=500", account), "$.items[?]." + field, subject);
            default -> money(field, account, subject, order);
        };
    }

    /** By subject there is no such number on a dashboard: the list of codes has to be counted. */
    private long codes(String field, String account, String subject, String order) throws Exception {
        if (!order.isEmpty()) {
            @Nullable
            Map<String, Object> codes = JsonPath.read(page("/api/orders/" + order + "?", ""), "$.redeemCodes");
            return codes == null ? 0 : FigureApi.number(codes.get(field.equals("purchased") ? "issued" : field));
        }
        if (subject.isEmpty()) {
            return FigureApi.number(JsonPath.read(page("/api/overview?", account), "$.redeemCodes." + field));
        }
        String status = field.toUpperCase(Locale.ROOT);
        List<String> wanted = switch (field) {
            case "purchased" -> List.of("UNUSED", "BOUND", "SCHEDULED", "COMPLETED", "REFUNDED", "EXPIRED");
            case "used" -> List.of("BOUND", "SCHEDULED", "COMPLETED");
            default -> List.of(status);
        };
        List<String> statuses =
                JsonPath.read(page("/api/redeem-codes?limit=500&subject=" + subject, account), "$.items[*].status");
        return statuses.stream().filter(wanted::contains).count();
    }

    private long exams(String field, String account, String subject) throws Exception {
        Object overview = page("/api/overview?", account);
        return subject.isEmpty()
                ? FigureApi.number(JsonPath.read(overview, "$.exams." + field))
                : sum(overview, "$.subjects[?]." + field, subject);
    }

    private long money(String field, String account, String subject, String order) throws Exception {
        Object bills = order.isEmpty()
                ? page("/api/orders?limit=500" + (subject.isEmpty() ? "" : "&subject=" + subject), account)
                : Map.of("items", List.of(page("/api/orders/" + order + "?", "")));
        String amounts = switch (field) {
            case "total" -> "$.items[*].total.amount";
            case "paid" -> "$.items[*].paid[*].amount.amount";
            default -> "$.items[?(@.refund.status == 'SETTLED')].refund.amount.amount";
        };
        return JsonPath.<List<Number>>read(bills, amounts).stream()
                .mapToLong(Number::longValue)
                .sum();
    }

    private static long sum(Object page, String path, String subject) {
        String filter = subject.isEmpty() ? "[*]" : "[?(@.subject == '" + subject + "')]";
        return JsonPath.<List<Number>>read(page, path.replace("[?]", filter)).stream()
                .mapToLong(Number::longValue)
                .sum();
    }

    private Object page(String path, String account) throws Exception {
        String whole = path + (account.isEmpty() ? "" : "&account=" + account) + (asOf.isEmpty() ? "" : "&" + asOf);
        Object known = seen.get(whole);
        if (known == null) {
            known = api.<Object>read(whole, "$");
            seen.put(whole, known);
        }
        return known;
    }
}
