package io.examledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Role;
import io.examledger.platform.security.OwnedThings.Owned;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.StartedPlatform;
import io.examledger.platform.testing.Tokens;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Tries every endpoint that takes the id of something owned as its owner and as everyone else who may call it. */
@StartedPlatform
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("ACC-4 what is someone's is there for its owner, and unknown to others")
class OwnedEndpointsTest {
    private final OwnedThings things;
    private final Map<Role, Http> others = new EnumMap<>(Role.class);

    @Autowired
    OwnedEndpointsTest(@LocalServerPort int port, ApplicationContext context) {
        things = new OwnedThings(new Http(port), new Tokens(context));
        for (Role role : Role.values()) {
            others.put(role, things.someone(role));
        }
    }

    static Stream<EndpointAccess> owned() {
        return EndpointAccess.table().stream().filter(EndpointAccess::isOwned);
    }

    @ParameterizedTest
    @MethodSource("owned")
    void others_are_told_there_is_no_such_thing(EndpointAccess endpoint) {
        Owned thing = things.of(endpoint.whose());
        others.forEach((role, other) -> {
            if (endpoint.isOpenTo(role)) {
                HttpResponse<String> answer = endpoint.call(other, thing.id());
                if (thing.openToStaff() && isStaff(role)) {
                    assertThat(answer.statusCode())
                            .as("%s: %s", role, answer.body())
                            .isLessThan(300);
                } else {
                    assertThat(answer.statusCode())
                            .as("%s: %s", role, answer.body())
                            .isEqualTo(404);
                    assertThat(Http.json(answer).path("code").asString()).isEqualTo("not-found");
                }
            }
        });
    }

    /** It is done, or a rule refuses it; the body is no excuse. */
    @ParameterizedTest
    @MethodSource("owned")
    void the_owner_finds_it(EndpointAccess endpoint) {
        Owned thing = things.of(endpoint.whose());
        HttpResponse<String> answer = endpoint.call(thing.owner(), thing.id());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202, 204, 409);
    }

    private static boolean isStaff(Role role) {
        return role == Role.OPERATOR || role == Role.AUDITOR;
    }
}
