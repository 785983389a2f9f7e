package io.examledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.platform.testing.StartedPlatform;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no well-behaved client can send, over raw sockets. */
@StartedPlatform
class ContainerProblemsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MILLIS = 20_000;
    private final int port;

    @Autowired
    ContainerProblemsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/orders/%00 400",
                "/%00 400",
                "/api/orders/a%2Fb 400",
                "/api/orders/a%5Cb 400",
                "/api/orders/%2e%2e/%2e%2e/%2e%2e 400",
                "/../../etc/passwd 400",
                "/api/orders;x=y 400",
                "/api/orders/%zz 400",
                "/api/orders/% 400",
                "/api/orders/%c0%af 400",
                "/api//orders 400",
                "/api/orders/[x] 400",
                "/api/orders/<script> 400",
                "/api/orders\\x 400",
                "api/orders 400",
                "/api/orders?x=%00 401",
                "/api/orders?x=%ff 400",
                "/api/orders?x=%zz 400",
                "/actuator/health?x=%ff 400",
                "/nothing 401",
                "/error 404"
            })
    void path_that_cannot_be_used_is_a_problem(String path, int status) throws IOException {
        assertProblem(send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: localhost\\r\\nX y: z                          | 400",
                "Host: localhost\\r\\n: z                             | 400",
                "Host: localhost\\r\\nHost: elsewhere                 | 400",
                "Host: local host                                     | 400",
                "X-No-Host: at all                                    | 400",
                "Host: localhost\\r\\nContent-Length: many            | 400",
                "Host: localhost\\r\\nContent-Length: 1\\r\\nContent-Length: 2 | 400",
                "Host: localhost\\r\\nTransfer-Encoding: magic        | 501",
                "Host: localhost\\r\\nExpect: wonders                 | 417",
            })
    void headers_that_cannot_be_read_are_a_problem(String headers, int status) throws IOException {
        String lines = headers.replace("\\r\\n", "\r\n");
        assertProblem(send("POST /api/orders HTTP/1.1\r\n" + lines + "\r\nConnection: close\r\n\r\n"), status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"GET /api/orders HTTP/9.9 | 505", "G@T /api/orders HTTP/1.1 | 400", "nonsense | 400"})
    void request_line_that_cannot_be_read_is_a_problem(String line, int status) throws IOException {
        assertProblem(send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
    }

    @Test
    void header_that_is_too_long_is_a_problem() throws IOException {
        String cookie = "x".repeat(20_000);
        assertProblem(send("GET /api/orders HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n"), 400);
        assertProblem(send("GET /" + cookie + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), 400);
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(String answer, int status) {
        int end = answer.indexOf("\r\n\r\n");
        assertThat(end).as(answer).isPositive();
        String head = answer.substring(0, end).toLowerCase(Locale.ROOT);
        String body = answer.substring(end);
        assertThat(head).as(answer).startsWith("http/1.1 " + status);
        assertThat(head).contains("\r\ncontent-type: application/problem+json", "\r\nx-request-id: ");
        JsonNode problem = JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(body.toLowerCase(Locale.ROOT)).doesNotContain("<html", "exception", "tomcat", "at org.", "at java");
    }
}
