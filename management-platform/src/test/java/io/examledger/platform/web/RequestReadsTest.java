package io.examledger.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.query.access.PersonalDataReads;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@DisplayName("ACC-4, AUD-1 what staff are shown of people is in the log before they see it")
class RequestReadsTest {
    private final List<PersonalDataEvent.Read> kept = new ArrayList<>();
    private boolean logIsAway;
    private final RequestReads reads = new RequestReads(this::keep, () -> "read-" + kept.size(), Clock.systemUTC());
    private final MockMvc api = MockMvcBuilders.standaloneSetup(new Names(reads))
            .setControllerAdvice(reads, new Away())
            .addInterceptors(reads)
            .build();

    private void keep(PersonalDataEvent.Read read, String correlation, String causation) {
        if (logIsAway) {
            throw new IllegalStateException("away");
        }
        kept.add(read);
    }

    /** An endpoint that knows nothing of all this. */
    @RestController
    static class Names {
        private final PersonalDataReads reads;

        Names(PersonalDataReads reads) {
            this.reads = reads;
        }

        @GetMapping("/names")
        public List<String> names() {
            reads.opened(Set.of("ada"));
            reads.opened(Set.of("bob", "ada"));
            return List.of("Ada Lovelace", "Bob Noname");
        }

        @GetMapping("/nothing")
        public String nothing() {
            return "nobody's name";
        }
    }

    @RestControllerAdvice
    static class Away {
        @ExceptionHandler
        String away(IllegalStateException away) {
            return "the log is away";
        }

        @ExceptionHandler
        String bad(BadHeader bad) {
            return bad.header();
        }
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse get(String path, String role, @Nullable String purpose) throws Exception {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .subject("someone")
                .issuedAt(Instant.EPOCH)
                .claim("roles", List.of(role))
                .claim("account_id", "acme")
                .build();
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(token, List.of(new SimpleGrantedAuthority(role))));
        var request = MockMvcRequestBuilders.get(path);
        if (purpose != null) {
            request.header(RequestReads.PURPOSE, purpose);
        }
        return api.perform(request).andReturn().getResponse();
    }

    @Test
    void one_answer_is_one_event() throws Exception {
        assertThat(get("/names", "auditor", "case-7").getContentAsString()).contains("Lovelace");

        assertThat(kept).singleElement().satisfies(read -> {
            assertThat(read.reader()).isEqualTo("someone");
            assertThat(read.accounts()).containsExactly("ada", "bob");
            assertThat(read.resource()).isEqualTo("GET /names");
            assertThat(read.purpose()).isEqualTo("case-7");
        });
    }

    @Test
    void an_answer_that_shows_nobody_is_none() throws Exception {
        assertThat(get("/nothing", "operator", null).getStatus()).isEqualTo(200);
        assertThat(kept).isEmpty();
    }

    @Test
    void a_company_that_is_shown_its_own_people_is_none() throws Exception {
        assertThat(get("/names", "enterprise", null).getContentAsString()).contains("Lovelace");
        assertThat(kept).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_not_shown() throws Exception {
        logIsAway = true;

        assertThat(get("/names", "operator", null).getContentAsString()).isEqualTo("the log is away");
    }

    @Test
    void a_purpose_that_may_name_somebody_is_refused() throws Exception {
        assertThat(get("/names", "operator", "for Ada Lovelace").getContentAsString())
                .isEqualTo("X-Purpose");
        assertThat(kept).isEmpty();
    }

    @Test
    void outside_a_request_nothing_is_opened() {
        assertThatThrownBy(() -> reads.opened(Set.of("ada"))).isInstanceOf(RuntimeException.class);
    }
}
