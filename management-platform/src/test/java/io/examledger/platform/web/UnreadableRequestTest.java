package io.examledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@StartedPlatform
@ExtendWith(OutputCaptureExtension.class)
class UnreadableRequestTest {
    private final Http enterprise;

    @Autowired
    UnreadableRequestTest(@LocalServerPort int port, ApplicationContext context) {
        enterprise = new Http(port).as(new Tokens(context).of(Role.ENTERPRISE));
    }

    /** {@code java.net.URI} does not let bad escapes through; these bytes are no UTF-8. */
    @Test
    void a_query_that_cannot_be_decoded_is_refused_and_nothing_of_it_is_logged(CapturedOutput output) {
        HttpResponse<String> answer = enterprise.get("/api/redeem-codes?redeemCode=7HMERM-MAD0AE-BY4PHK%ff");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Http.json(answer).required("code").stringValue()).isEqualTo("request.invalid");
        assertThat(output).doesNotContain("7HMERM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/*+json"})
    void a_content_type_with_a_wildcard_is_refused(String type) {
        HttpResponse<String> answer = enterprise.send(
                enterprise.request("/api/orders").header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Http.json(answer).required("detail").stringValue()).contains("wildcard");
    }
}
