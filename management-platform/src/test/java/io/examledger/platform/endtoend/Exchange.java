package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.Http;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An answer that came with the expected status. */
record Exchange(HttpResponse<String> answer) {
    static Exchange of(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new Exchange(answer);
    }

    JsonNode json() {
        return Http.json(answer);
    }

    String at(String field) {
        return json().required(field).stringValue();
    }

    /** The items of a list; none while the read model has not seen what the list belongs to. */
    static List<JsonNode> itemsSoFar(HttpResponse<String> answer) {
        return answer.statusCode() == 404 ? List.of() : of(200, answer).items();
    }

    private List<JsonNode> items() {
        return json().required("items").valueStream().toList();
    }
}
