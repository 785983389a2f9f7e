package io.examledger.platform.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Tries every endpoint of the running system as everyone, and compares with the checked-in table. */
@StartedPlatform
@DisplayName("ACC-4 every endpoint is open to exactly whom the table says")
class EndpointAccessTest {
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
    void the_table_lists_every_endpoint_and_who_gets_in() {
        String actual = endpoints().map(this::row).distinct().sorted().collect(joining("\n"));
        String listed = EndpointAccess.table().stream()
                .map(EndpointAccess::row)
                .sorted()
                .collect(joining("\n"));
        assertThat(actual).as("%s, up to who gets in", EndpointAccess.TABLE).isEqualTo(listed);
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
        int status = EndpointAccess.call(client, endpoint.method(), endpoint.path(), "some-id", "{}")
                .statusCode();
        return status == 401 || status == 403 ? "no" : "yes";
    }

    @Test
    void each_endpoint_stands_in_the_table_once() {
        Set<String> seen = new TreeSet<>();
        EndpointAccess.table()
                .forEach(endpoint -> assertThat(seen.add(endpoint.toString()))
                        .as(endpoint.toString())
                        .isTrue());
    }

    @Test
    void the_table_says_whose_every_id_is() {
        assertThat(EndpointAccess.table())
                .allSatisfy(endpoint -> assertThat(endpoint.whose())
                        .as("whose the id of %s is", endpoint)
                        .matches(endpoint.takesAnId() ? "[a-z-]+" : ""));
    }

    /** Files and checks are made of what there is, and leave it as it is. */
    @Test
    void an_auditor_changes_nothing() {
        assertThat(EndpointAccess.table())
                .filteredOn(endpoint -> !endpoint.method().equals("GET") && endpoint.isOpenTo(Role.AUDITOR))
                .isNotEmpty()
                .allMatch(endpoint -> endpoint.path().equals("/api/exports")
                        || endpoint.path().startsWith("/api/audit/"));
    }

    @Test
    void what_is_staffs_is_open_to_staff_only() {
        assertThat(EndpointAccess.table())
                .filteredOn(endpoint -> endpoint.whose().equals("staff"))
                .isNotEmpty()
                .noneMatch(endpoint -> endpoint.isOpenTo(Role.ENTERPRISE) || endpoint.isOpenTo(Role.EXAMINEE));
    }
}
