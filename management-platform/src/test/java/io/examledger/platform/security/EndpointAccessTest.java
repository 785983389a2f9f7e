package io.examledger.platform.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Tries every endpoint of the running system as everyone, and compares with the checked-in table. */
@StartedPlatform
@DisplayName("ACC-4 every endpoint is open to exactly whom the table says")
class EndpointAccessTest {
    private static final String TABLE = "endpoint-access.csv";
    private final Http http;
    private final Tokens tokens;
    private final ApplicationContext context;

    private record Endpoint(String method, String path) {}

    @Autowired
    EndpointAccessTest(@LocalServerPort int port, ApplicationContext context) {
        this.http = new Http(port);
        this.tokens = new Tokens(context);
        this.context = context;
    }

    @Test
    void the_table_lists_every_endpoint_and_who_gets_in() throws IOException {
        String actual = endpoints().map(this::row).distinct().sorted().collect(joining("\n"));
        String listed = new ClassPathResource(TABLE)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .sorted()
                .collect(joining("\n"));
        assertThat(actual).as("%s, from its second line on", TABLE).isEqualTo(listed);
    }

    private Stream<Endpoint> endpoints() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EndpointAccessTest::endpointsOf);
    }

    private static Stream<Endpoint> endpointsOf(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Collection<RequestMethod> tried = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
        return mapping.getPatternValues().stream()
                .flatMap(path -> tried.stream().map(method -> new Endpoint(method.name(), path)));
    }

    private String row(Endpoint endpoint) {
        Stream<String> roles = Arrays.stream(Role.values()).map(role -> access(endpoint, http.as(tokens.of(role))));
        return endpoint.method() + "," + endpoint.path() + "," + access(endpoint, http) + ","
                + roles.collect(joining(","));
    }

    /** Whether the answer is anything but "who are you" or "not you". */
    private static String access(Endpoint endpoint, Http client) {
        String path = endpoint.path().replaceAll("\\{[^}]*}", "some-id").replace("**", "x");
        int status = client.send(client.request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                endpoint.method(),
                                endpoint.method().equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}")))
                .statusCode();
        return status == 401 || status == 403 ? "no" : "yes";
    }

    @Test
    void each_endpoint_stands_in_the_table_once() throws IOException {
        Set<String> seen = new TreeSet<>();
        new ClassPathResource(TABLE)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> String.join(" ", Arrays.copyOf(line.split(",", -1), 2)))
                .forEach(endpoint -> assertThat(seen.add(endpoint)).as(endpoint).isTrue());
    }
}
