import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day at a company: 200 codes bought and paid, 120 bound, 10 unbound, 5 regenerated, two people racing for one code, a
 * wrong code, a code for another subject. Prints the overview and checks it against what was done.
 *
 * <p>Start the platform, then: {@code java examples/DayAtACompany.java [base address] [credentials file]}. It can be run
 * again and again, and goes on where it was stopped or where the platform was killed: each request carries an
 * idempotency key of its run and is repeated until it is answered.
 */
public class DayAtACompany {
    private static final int BOUGHT = 200;
    private static final int BOUND = 120;
    private static final int UNBOUND = 10;
    private static final int REGENERATED = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> tokens = new HashMap<>();
    private final String run = UUID.randomUUID().toString();
    private final String base;
    private final String credentials;

    private DayAtACompany(String base, String credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    public static void main(String[] args) throws Exception {
        String base = args.length > 0 ? args[0] : "http://127.0.0.1:8080";
        Path file = Path.of(args.length > 1 ? args[1] : "data/demo-credentials.json");
        new DayAtACompany(base, Files.readString(file)).play();
    }

    private record Answer(int status, String body, String consistencyToken) {
        String text(String field) {
            Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
            check(found.find(), "no " + field + " in " + body);
            return found.group(1);
        }

        int number(String field) {
            Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*(\\d+)").matcher(body);
            check(found.find(), "no " + field + " in " + body);
            return Integer.parseInt(found.group(1));
        }
    }

    private void play() throws Exception {
        // Each person can hold one registration for a subject at a time, so a company of 120 needs 120 subjects or 120
        // people. The demo has two people: the operator adds a subject for each pair of bindings.
        Answer before = get("enterprise", "/api/overview");
        List<String> orders = new ArrayList<>();
        List<String> paid = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        int people = 2;
        int perSubject = people;
        int needed = BOUND / perSubject;
        say("The operator adds %d subjects", needed);
        for (int i = 0; i < needed; i++) {
            String subject = "D" + run.replace("-", "").substring(0, 8).toUpperCase() + String.format("%03d", i);
            expect(201, post("operator", "/api/subjects", "subject-" + i, """
                    {"code": "%s", "title": "Example subject %d", "category": "SPECIALTY",
                     "price": {"amount": 10000, "currency": "USD"}, "durationMinutes": 90,
                     "deliveryModes": ["ONLINE_PROCTORED"], "examType": "THEORY"}""".formatted(subject, i)));
            subjects.add(subject);
        }

        say("The company buys %d codes in %d orders and pays", BOUGHT, needed);
        for (int i = 0; i < needed; i++) {
            int quantity = BOUGHT / needed + (i < BOUGHT % needed ? 1 : 0);
            Answer order = expect(201, post("enterprise", "/api/orders", "order-" + i, """
                    {"kind": "ENTERPRISE", "subject": "%s", "quantity": %d, "terms": true}"""
                    .formatted(subjects.get(i), quantity)));
            String id = order.text("orderId");
            Answer payment = expect(200, post("enterprise", "/api/orders/" + id + "/payment", "payment-" + i, """
                    {"parts": [{"method": "BALANCE", "amount": {"amount": %d, "currency": "USD"}}]}"""
                    .formatted(quantity * 10000L)));
            orders.add(id);
            paid.add(payment.consistencyToken());
        }
        List<List<String[]>> codes = new ArrayList<>();
        for (int i = 0; i < needed; i++) {
            codes.add(codesOf(orders.get(i), paid.get(i), BOUGHT / needed + (i < BOUGHT % needed ? 1 : 0)));
        }

        say("Two people register with %d codes; for one of them they race", BOUND);
        race(subjects.get(0), codes.get(0));
        for (int i = 1; i < needed; i++) {
            bind("examinee", subjects.get(i), codes.get(i).get(0)[1], "bind-a-" + i);
            bind("examinee2", subjects.get(i), codes.get(i).get(1)[1], "bind-b-" + i);
        }

        say("The company takes %d codes back and gives %d others new strings", UNBOUND, REGENERATED);
        for (int i = 1; i <= UNBOUND; i++) {
            expect(204, post("enterprise", "/api/redeem-codes/" + codes.get(i).get(0)[0] + "/unbind", "unbind-" + i, "{}"));
        }
        for (int i = 0; i < REGENERATED; i++) {
            String[] unused = codes.get(i).get(2);
            Answer fresh = expect(
                    200, post("enterprise", "/api/redeem-codes/" + unused[0] + "/regenerate", "regenerate-" + i, ""));
            check(!fresh.text("redeemCode").equals(unused[1]), "the string did not change");
        }

        say("A code with a typing error, one that was replaced, and one for another subject are refused");
        String good = codes.get(30).get(0)[1];
        char last = good.charAt(0) == '2' ? '3' : '2';
        expect(400, post("examinee", "/api/registrations", "mistyped", register(subjects.get(0), last + good.substring(1))));
        Answer replaced = expect(409, post("examinee", "/api/registrations", "replaced",
                register(subjects.get(1), codes.get(0).get(2)[1])));
        Answer foreign = expect(409, post("examinee", "/api/registrations", "foreign",
                register(subjects.get(1), codes.get(5).get(2)[1])));
        check(replaced.text("code").equals("redeem-code.not-usable"), replaced.body());
        check(foreign.text("detail").equals(replaced.text("detail")), "an outsider can tell a replaced from a foreign code");
        expect(404, get("enterprise2", "/api/redeem-codes/" + codes.get(0).get(0)[0]));

        checkOverview(before);
    }

    /** Waits until the order's codes are there. Each is an id and a code string. Asked of read models that know it is paid. */
    private List<String[]> codesOf(String order, String paid, int quantity) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer page = expect(200, get("enterprise", "/api/orders/" + order + "/redeem-codes?limit=500", paid));
            List<String[]> codes = new ArrayList<>();
            Matcher row = Pattern.compile("\"redeemCodeId\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"redeemCode\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(page.body());
            while (row.find()) {
                codes.add(new String[] {row.group(1), row.group(2)});
            }
            if (codes.size() == quantity) {
                return codes;
            }
            check(codes.size() < quantity && System.nanoTime() < deadline, codes.size() + " codes of " + quantity);
            Thread.sleep(100);
        }
    }

    /** Both want the same code; whoever loses takes another one. */
    private void race(String subject, List<String[]> codes) {
        String wanted = codes.get(0)[1];
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(
                () -> post("examinee", "/api/registrations", "race-a", register(subject, wanted)));
        Answer second = post("examinee2", "/api/registrations", "race-b", register(subject, wanted));
        boolean firstWon = first.join().status() == 201;
        check(firstWon != (second.status() == 201), "not exactly one got the code");
        Answer lost = firstWon ? second : first.join();
        check(lost.status() == 409 && lost.text("code").equals("redeem-code.not-usable"), lost.body());
        say("  %s got it; the other was told: %s", firstWon ? "examinee" : "examinee2", lost.text("detail"));
        bind(firstWon ? "examinee2" : "examinee", subject, codes.get(1)[1], "race-loser");
    }

    private void bind(String who, String subject, String code, String key) {
        expect(201, post(who, "/api/registrations", key, register(subject, code)));
    }

    private static String register(String subject, String code) {
        return "{\"subject\": \"%s\", \"redeemCode\": \"%s\"}".formatted(subject, code);
    }

    private void checkOverview(Answer before) throws Exception {
        Answer after = get("enterprise", "/api/overview");
        Map<String, Integer> expected = Map.of(
                "purchased", BOUGHT,
                "bound", BOUND - UNBOUND,
                "used", BOUND - UNBOUND,
                "unused", BOUGHT - BOUND + UNBOUND,
                "expired", 0,
                "refunded", 0);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!matches(before, after, expected) && System.nanoTime() < deadline) {
            Thread.sleep(100);
            after = get("enterprise", "/api/overview");
        }
        for (String count : List.of("purchased", "unused", "bound", "used", "refunded", "expired")) {
            int change = after.number(count) - before.number(count);
            say("  %-10s %+5d", count, change);
            check(change == expected.get(count), count + " should have changed by " + expected.get(count));
        }
        say("The overview says what was done.");
    }

    private static boolean matches(Answer before, Answer after, Map<String, Integer> expected) {
        return expected.entrySet().stream()
                .allMatch(e -> after.number(e.getKey()) - before.number(e.getKey()) == e.getValue());
    }

    private Answer get(String who, String path) {
        return send(who, request -> request.uri(URI.create(base + path)).GET());
    }

    private Answer get(String who, String path, String consistencyToken) {
        return send(who, request -> request.uri(URI.create(base + path))
                .header("Consistency-Token", consistencyToken)
                .GET());
    }

    private Answer post(String who, String path, String key, String body) {
        return send(who, request -> request.uri(URI.create(base + path))
                .header("Idempotency-Key", run + "-" + key)
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
                    return new Answer(
                            answer.statusCode(),
                            answer.body(),
                            answer.headers().firstValue("Consistency-Token").orElse("0"));
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
        Answer account = new Answer(0, found.group(1), "0");
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
        String token = new Answer(200, answer.body(), "0").text("access_token");
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
