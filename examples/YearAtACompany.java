import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year at a company, on the test clock: ten places bought with a voucher, an exam moved in time and once too late, a
 * no-show, a failure, the wait before the next attempt, a pass, results that nobody sees early, a refund of what was not
 * used, reminders, and the end of the order. Every number is checked.
 *
 * <p>Start the platform with {@code --examledger.clock=simulated}, then: {@code java examples/YearAtACompany.java [base
 * address] [credentials file]}. It can be run again and again; each run puts the clock forward by a year.
 */
public class YearAtACompany {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The test clock goes on while a request is answered. */
    private static final Duration MARGIN = Duration.ofMinutes(10);
    private static final long PRICE = 10_000;
    private static final int BOUGHT = 10;
    private static final int PERCENT_OFF = 25;
    private static final long PAID = BOUGHT * PRICE * (100 - PERCENT_OFF) / 100;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final String run = UUID.randomUUID().toString();
    private final String subject = "Y" + run.replace("-", "").substring(0, 11).toUpperCase();
    private final String base;
    private final String credentials;
    private String site = "";
    private String order = "";
    private int requests;

    private YearAtACompany(String base, String credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    public static void main(String[] args) throws Exception {
        String base = args.length > 0 ? args[0] : "http://127.0.0.1:8080";
        Path file = Path.of(args.length > 1 ? args[1] : "data/demo-credentials.json");
        new YearAtACompany(base, Files.readString(file)).play();
    }

    private record Answer(int status, String body) {
        String text(String field) {
            Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
            check(found.find(), "no " + field + " in " + body);
            return found.group(1);
        }

        long number(String field) {
            Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*(\\d+)").matcher(body);
            check(found.find(), "no " + field + " in " + body);
            return Long.parseLong(found.group(1));
        }

        /** The object with this in it that has no object in itself. */
        Answer objectWith(String field, String value) {
            Matcher found = Pattern.compile("\\{[^{}]*\"" + field + "\"\\s*:\\s*\"" + value + "\"[^{}]*}").matcher(body);
            check(found.find(), "no " + field + " " + value + " in " + body);
            return new Answer(status, found.group());
        }

        Answer after(String field) {
            int at = body.indexOf("\"" + field + "\"");
            check(at >= 0, "no " + field + " in " + body);
            return new Answer(status, body.substring(at));
        }

        boolean has(String text) {
            return body.contains(text);
        }
    }

    private void play() {
        Instant bought = buy();
        List<String> codes = codeStrings();
        Instant validUntil = Instant.parse(bill().text("validUntil"));
        Instant first = bought.plus(Duration.ofDays(10));
        Instant second = first.plus(Duration.ofDays(2));

        say("Two people register and reserve a seat each");
        String failing = session(first);
        String later = session(second);
        register("examinee", codes.get(0));
        register("examinee2", codes.get(1));
        String appointment = schedule("examinee", failing).text("appointmentId");
        schedule("examinee2", failing);
        codes("unused", 8, "scheduled", 2);

        say("73 h before the exam it can be moved, 71 h before it cannot (APT-1)");
        goTo(first.minus(Duration.ofHours(73)));
        expect(200, post("examinee", "/api/appointments/" + appointment + "/reschedule", at(later)));
        goTo(second.minus(Duration.ofHours(71)));
        Answer tooLate = expect(409, post("examinee", "/api/appointments/" + appointment + "/reschedule", at(failing)));
        check(tooLate.text("code").equals("appointment.too-late-to-change"), tooLate.body());
        say("  %s", tooLate.text("detail"));

        say("The other one does not show up (COD-7)");
        goTo(first.plus(Duration.ofHours(2)));
        codes("unused", 8, "scheduled", 1, "completed", 1);

        say("The exam is sat and failed; nobody can see that for three days (RES-1)");
        sit(appointment, second, "FAIL", 300);
        exams(2, 1, 0, "0");
        codes("unused", 8, "completed", 2);

        say("After a failure the next exam is 14 days later at the earliest (RES-2)");
        register("examinee", codes.get(2));
        String day13 = session(second.plus(Duration.ofDays(13)));
        Instant retake = second.plus(Duration.ofDays(14));
        String day14 = session(retake);
        Answer tooEarly = expect(409, schedule("examinee", day13));
        check(tooEarly.text("code").equals("candidacy.retake-too-early"), tooEarly.body());
        say("  %s", tooEarly.text("detail"));
        String again = expect(201, schedule("examinee", day14)).text("appointmentId");
        sit(again, retake, "PASS", 850);
        exams(3, 2, 1, "0.5");
        codes("unused", 7, "completed", 3);

        say("A fourth code is bound and never used; five of the six that are left are refunded (REF-2, REF-3)");
        register("examinee2", codes.get(3));
        expect(202, post("enterprise", "/api/orders/" + order + "/refund", fiveUnused()));
        advance(Duration.ZERO);
        refunded(5, 37_500);
        expect(409, post("enterprise", "/api/orders/" + order + "/refund", "{}"));
        codes("unused", 1, "bound", 1, "completed", 3, "refunded", 5);

        say("90, 60, 30 and 15 days before the end the company is reminded of the code that is left (ORD-5)");
        int reminded = 0;
        for (int days : new int[] {90, 60, 30, 15}) {
            Instant due = validUntil.minus(Duration.ofDays(days));
            goTo(due.minus(MARGIN));
            reminders(reminded);
            goTo(due);
            reminders(++reminded);
        }

        say("After a year the order ends, and with it what is unused or only bound (ORD-4, COD-9)");
        goTo(validUntil.minus(MARGIN));
        codes("unused", 1, "bound", 1, "completed", 3, "refunded", 5, "expired", 0);
        goTo(validUntil);
        codes("unused", 0, "bound", 0, "completed", 3, "refunded", 5, "expired", 2);
        reminders(4);
        exams(4, 2, 1, "0.5");
        say("purchased 10 = unused 0 + used 3 + refunded 5 + expired 2; paid 750.00 = kept 375.00 + refunded 375.00");
        say("Every number is what it should be.");
    }

    /** @return when */
    private Instant buy() {
        Instant now = now();
        say("The operator adds an exam, a site and a voucher of %d %%", PERCENT_OFF);
        expect(201, post("operator", "/api/subjects", """
                {"code": "%s", "title": "Example of a year", "category": "SPECIALTY",
                 "price": {"amount": %d, "currency": "USD"}, "durationMinutes": 90,
                 "deliveryModes": ["TEST_CENTER"], "examType": "THEORY"}""".formatted(subject, PRICE)));
        site = expect(201, post("operator", "/api/sites", """
                {"name": "Berlin Mitte", "address": "Beispielstrasse 1", "zone": "Europe/Berlin"}""")).text("siteId");
        String voucher = expect(201, post("operator", "/api/vouchers", """
                {"percentOff": %d, "subjects": ["%s"], "validFrom": "%s", "validUntil": "%s", "quantity": 1}"""
                .formatted(PERCENT_OFF, subject, now, now.plus(Duration.ofDays(30))))).text("code");

        say("The company buys %d places with it and pays in two parts", BOUGHT);
        String wanted = """
                {"kind": "ENTERPRISE", "subject": "%s", "quantity": %d, "voucher": "%s", "terms": true}"""
                .formatted(subject, BOUGHT, voucher);
        Answer placed = expect(201, post("enterprise", "/api/orders", wanted));
        check(placed.after("total").number("amount") == PAID, placed.body());
        order = placed.text("orderId");
        Answer twice = expect(409, post("enterprise", "/api/orders", wanted));
        check(twice.text("code").startsWith("voucher."), "a voucher was used twice: " + twice.body());
        expect(200, post("enterprise", "/api/orders/" + order + "/payment", """
                {"parts": [{"method": "BALANCE", "amount": {"amount": 50000, "currency": "USD"}},
                           {"method": "CARD", "amount": {"amount": 25000, "currency": "USD"}}]}"""));
        advance(Duration.ZERO);
        codes("issued", BOUGHT, "unused", BOUGHT);
        return now;
    }

    private List<String> codeStrings() {
        Answer page = expect(200, get("enterprise", "/api/orders/" + order + "/redeem-codes"));
        List<String> codes = new ArrayList<>();
        Matcher row = Pattern.compile("\"redeemCode\"\\s*:\\s*\"([^\"]+)\"").matcher(page.body());
        while (row.find()) {
            codes.add(row.group(1));
        }
        check(codes.size() == BOUGHT, codes.size() + " codes");
        return codes;
    }

    private String fiveUnused() {
        Answer page = expect(200, get("enterprise", "/api/redeem-codes?status=UNUSED&order=" + order));
        List<String> ids = Pattern.compile("\"redeemCodeId\"\\s*:\\s*(\"[^\"]+\")").matcher(page.body()).results()
                .map(found -> found.group(1))
                .limit(5)
                .toList();
        return "{\"redeemCodes\": [" + String.join(", ", ids) + "]}";
    }

    private String session(Instant start) {
        return expect(201, post("operator", "/api/sites/" + site + "/sessions", """
                {"start": "%s", "subjects": ["%s"], "seats": 2}""".formatted(start, subject))).text("sessionId");
    }

    private void register(String who, String code) {
        expect(201, post(who, "/api/registrations", """
                {"subject": "%s", "redeemCode": "%s"}""".formatted(subject, code)));
        advance(Duration.ZERO);
    }

    private Answer schedule(String who, String session) {
        Answer scheduled = post(who, "/api/appointments", """
                {"subject": "%s", "deliveryMode": "TEST_CENTER", "sessionId": "%s", "consents": [
                  {"document": "PRIVACY_DISCLOSURE", "version": "2026-11"},
                  {"document": "EXAM_RULES", "version": "2026-11"}]}""".formatted(subject, session));
        advance(Duration.ZERO);
        return scheduled;
    }

    private static String at(String session) {
        return "{\"sessionId\": \"%s\"}".formatted(session);
    }

    /** Sits the exam of the first examinee, and looks for its result shortly before its release and at it. */
    private void sit(String appointment, Instant start, String outcome, int score) {
        goTo(start.minus(Duration.ofMinutes(10)));
        Answer admitted = expect(200, post("operator", "/api/appointments/" + appointment + "/check-in", """
                {"identityDocuments": [{"type": "PASSPORT", "firstName": "Demo", "lastName": "examinee"}]}"""));
        check(admitted.has("true"), "not admitted: " + admitted.body());
        Instant end = start.plus(Duration.ofMinutes(90));
        goTo(end);
        expect(204, post("operator", "/api/appointments/" + appointment + "/result", """
                {"outcome": "%s", "score": %d}""".formatted(outcome, score)));
        Instant release = end.plus(Duration.ofDays(3));
        goTo(release.minus(MARGIN));
        check(!own(appointment).has("\"result\""), "the result is there before its time");
        check(!codeOf(appointment).has("\"result\""), "the company sees the result before its time");
        goTo(release);
        check(own(appointment).text("outcome").equals(outcome), own(appointment).body());
        check(codeOf(appointment).text("outcome").equals(outcome), codeOf(appointment).body());
    }

    private Answer own(String appointment) {
        Answer all = expect(200, get("examinee", "/api/appointments?limit=500"));
        Answer from = all.after(appointment);
        int next = from.body().indexOf("\"appointmentId\"");
        return new Answer(200, next < 0 ? from.body() : from.body().substring(0, next));
    }

    private Answer codeOf(String appointment) {
        Answer all = expect(200, get("enterprise", "/api/orders/" + order + "/redeem-codes"));
        Answer from = all.after(appointment);
        int next = from.body().indexOf("\"redeemCodeId\"");
        return new Answer(200, next < 0 ? from.body() : from.body().substring(0, next));
    }

    private Answer bill() {
        return expect(200, get("enterprise", "/api/orders/" + order));
    }

    /** @param counts name and number, in turn */
    private void codes(Object... counts) {
        Answer codes = bill().after("redeemCodes");
        for (int i = 0; i < counts.length; i += 2) {
            equal((String) counts[i], (int) counts[i + 1], codes.number((String) counts[i]));
        }
        equal("purchased = unused + used + refunded + expired", codes.number("issued"),
                codes.number("unused") + codes.number("used") + codes.number("refunded") + codes.number("expired"));
    }

    private void exams(int registrations, int attended, int passed, String passRate) {
        Answer exams = expect(200, get("enterprise", "/api/overview")).objectWith("subject", subject);
        equal("registrations", registrations, exams.number("registrations"));
        equal("attended", attended, exams.number("attended"));
        equal("passed", passed, exams.number("passed"));
        Matcher rate = Pattern.compile("\"passRate\"\\s*:\\s*([0-9.]+)").matcher(exams.body());
        check(rate.find() && Double.parseDouble(rate.group(1)) == Double.parseDouble(passRate), exams.body());
    }

    private void refunded(int places, long amount) {
        Answer bill = bill();
        check(bill.has("\"PARTIALLY_REFUNDED\""), bill.body());
        Answer refund = bill.after("refund\":{");
        equal("refunded", amount, refund.number("amount"));
        long[] parts = Pattern.compile("\"amount\"\\s*:\\s*(\\d+)").matcher(refund.after("parts").body()).results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .toArray();
        check(parts.length == 2 && parts[0] + parts[1] == amount, refund.body());
        equal("the part to the balance", amount * 2 / 3, parts[0]);
        say("  %d places: %d.%02d USD back, %d.%02d to the balance and %d.%02d to the card", places,
                amount / 100, amount % 100, parts[0] / 100, parts[0] % 100, parts[1] / 100, parts[1] % 100);
    }

    private void reminders(int expected) {
        Answer messages = expect(200, get("enterprise", "/api/messages?limit=500"));
        long found = Pattern.compile("\"text\"\\s*:\\s*\"[^\"]*" + order + "[^\"]* ends in ").matcher(messages.body())
                .results()
                .count();
        equal("reminders", expected, found);
    }

    private Instant now() {
        return Instant.parse(expect(200, get("operator", "/api/test-clock")).text("now"));
    }

    private void goTo(Instant instant) {
        advance(Duration.between(now(), instant));
    }

    /** Answers when all that was due is done and can be read. */
    private void advance(Duration by) {
        check(!by.isNegative(), "the clock does not go back by " + by);
        expect(200, post("operator", "/api/test-clock", "{\"advance\": \"" + by + "\"}"));
    }

    private static void equal(String what, long expected, long actual) {
        check(expected == actual, what + " should be " + expected + " and is " + actual);
    }

    private Answer get(String who, String path) {
        return send(who, request -> request.uri(URI.create(base + path)).GET());
    }

    private Answer post(String who, String path, String body) {
        String key = run + "-" + requests++;
        return send(who, request -> request.uri(URI.create(base + path))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private interface Shape {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    /** Repeats what got no answer, or 503: the idempotency key makes it safe. */
    private Answer send(String who, Shape shape) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpRequest request = shape.of(HttpRequest.newBuilder().timeout(Duration.ofSeconds(20)))
                        .header("Authorization", "Bearer " + token(who))
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    return new Answer(answer.statusCode(), answer.body());
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the platform does not answer at " + base, e);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            check(System.nanoTime() < deadline, "the platform answered 503 for " + PATIENCE);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized String token(String who) throws IOException, InterruptedException {
        String known = tokens.get(who);
        if (known != null) {
            return known;
        }
        Matcher found = Pattern.compile("\"" + who + "\"\\s*:\\s*\\{([^}]*)}").matcher(credentials);
        check(found.find(), "no " + who + " in the credentials file");
        Answer account = new Answer(0, found.group(1));
        String basic = Base64.getEncoder()
                .encodeToString((account.text("clientId") + ":" + account.text("clientSecret"))
                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        check(answer.statusCode() == 200, "no token for " + who + ": " + answer.body());
        String token = new Answer(200, answer.body()).text("access_token");
        tokens.put(who, token);
        return token;
    }

    private static Answer expect(int status, Answer answer) {
        check(answer.status() == status, "expected " + status + ", got " + answer.status() + ": " + answer.body());
        return answer;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void say(String format, Object... args) {
        System.out.println(String.format(format, args));
    }
}
