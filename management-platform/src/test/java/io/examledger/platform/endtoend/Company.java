package io.examledger.platform.endtoend;

import io.examledger.platform.endtoend.Workload.Callers;
import io.examledger.platform.testing.Http;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Works with short pauses, as people do, until the platform is gone: buys, pays, binds, unbinds, regenerates, and notes what was answered. */
final class Company implements Runnable {
    private static final int LONGEST_PAUSE_NANOS = 100_000_000;

    private final Callers callers;
    private final String run;
    private final SplittableRandom random;
    private final Set<String> acknowledged;
    private final Runnable busy;

    /**
     * @param run unique among all companies of all rounds
     * @param acknowledged request ids of all accepted commands, shared by all companies
     * @param busy run after each accepted command
     */
    Company(Callers callers, String run, SplittableRandom random, Set<String> acknowledged, Runnable busy) {
        this.callers = callers;
        this.run = run;
        this.random = random;
        this.acknowledged = acknowledged;
        this.busy = busy;
    }

    @Override
    public void run() {
        try {
            for (int turn = 0; ; turn++) {
                turn(callers.operator(), callers.enterprise(), callers.examinee(), run + "T" + turn);
            }
        } catch (UncheckedIOException | IllegalStateException gone) {
            // The platform was killed: whatever was not answered may or may not have happened.
        }
    }

    private void turn(Http operator, Http enterprise, Http examinee, String subject) {
        post(operator, "/api/subjects", subject + "-s", """
                {"code": "%s", "title": "Killed", "category": "SPECIALTY", "examType": "THEORY",
                 "price": {"amount": 10000, "currency": "USD"}, "durationMinutes": 90,
                 "deliveryModes": ["ONLINE_PROCTORED"]}""".formatted(subject), 201);
        int quantity = random.nextInt(2, random.nextInt(10) == 0 ? 1_500 : 40);
        String order = new Exchange(
                        post(enterprise, "/api/orders", subject + "-o", """
                {"kind": "ENTERPRISE", "subject": "%s", "quantity": %d, "terms": true}""".formatted(subject, quantity), 201))
                .at("orderId");
        post(enterprise, "/api/orders/" + order + "/payment", subject + "-p", RunningPlatform.payment(quantity), 200);
        List<JsonNode> codes = Await.until(
                () -> {
                    pause();
                    return Exchange.itemsSoFar(enterprise.get("/api/orders/" + order + "/redeem-codes?limit=2"));
                },
                items -> items.size() == 2);
        post(
                examinee,
                "/api/registrations",
                subject + "-b",
                """
                {"subject": "%s", "redeemCode": "%s"}""".formatted(subject, codes.getFirst().required("redeemCode").stringValue()),
                201);
        String bound = codes.getFirst().required("redeemCodeId").stringValue();
        if (random.nextBoolean()) {
            post(enterprise, "/api/redeem-codes/" + bound + "/unbind", subject + "-u", "{}", 204);
        }
        String unused = codes.getLast().required("redeemCodeId").stringValue();
        post(enterprise, "/api/redeem-codes/" + unused + "/regenerate", subject + "-r", "", 200);
    }

    private HttpResponse<String> post(Http caller, String path, String id, String body, int expected) {
        HttpResponse<String> answer = caller.send(caller.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .header("X-Request-Id", id)
                .POST(BodyPublishers.ofString(body)));
        Exchange.of(expected, answer);
        acknowledged.add(id);
        busy.run();
        pause();
        return answer;
    }

    private void pause() {
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
    }
}
