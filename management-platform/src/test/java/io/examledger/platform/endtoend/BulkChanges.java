package io.examledger.platform.endtoend;

import io.examledger.platform.testing.Http;
import tools.jackson.databind.JsonNode;

/** Asks for bulk changes and follows them. */
record BulkChanges(Http enterprise) {
    /** @return the job's id */
    String request(String body) {
        return Exchange.of(202, enterprise.post("/api/redeem-codes/bulk", body)).at("jobId");
    }

    /** @return what the finished job says */
    JsonNode awaitDone(String job) {
        return Await.until(
                () -> Http.json(enterprise.get("/api/redeem-codes/bulk/" + job)),
                answer -> "DONE".equals(answer.path("status").asString()));
    }

    /** What a job says, in one line. */
    static String summary(JsonNode job) {
        return "%s of %d: %d done, %d skipped %s"
                .formatted(
                        job.required("action").stringValue(),
                        job.required("total").intValue(),
                        job.required("done").intValue(),
                        job.required("skipped").intValue(),
                        job.required("refusals"));
    }
}
