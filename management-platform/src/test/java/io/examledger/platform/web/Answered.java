package io.examledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.net.http.HttpResponse;

/** Checks answers. */
final class Answered {
    private Answered() {}

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Http.json(answer).path("code").asString()).isEqualTo(code);
        assertThat(Http.json(answer).path("detail").asString()).isNotBlank();
    }
}
