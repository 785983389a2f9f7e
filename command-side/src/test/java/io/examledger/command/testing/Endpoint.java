package io.examledger.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Answers;
import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** One controller without a server, and a caller whom nobody had to authenticate. */
public final class Endpoint {
    /** The time that controllers read. */
    public static final Clock CLOCK = Clock.fixed(Facts.NOW, ZoneOffset.UTC);

    public static final Instant NOW = Facts.NOW;
    /** Where requests come from. */
    public static final String ADDRESS = "192.0.2.7";

    static final Function<Caller, CommandContext> CONTEXT_OF =
            caller -> new CommandContext(caller, "request", new Idempotency("key", "fingerprint"));

    private final MockMvc mvc;

    private Endpoint(Object controller, Caller caller) {
        mvc = MockMvcBuilders.standaloneSetup(controller)
                .setCustomArgumentResolvers(new CallerArgument(caller))
                .setControllerAdvice(new RefusalsAsText())
                .build();
    }

    /** Called by the body's staff. */
    public static Endpoint forStaff(Object controller) {
        return new Endpoint(controller, new Caller("operator", Optional.empty(), Set.of(Role.OPERATOR)));
    }

    /** Called by the holder of an account. */
    public static Endpoint forAccount(Object controller, AccountId account, Role role) {
        return new Endpoint(controller, new Caller(account.value(), Optional.of(account), Set.of(role)));
    }

    public Answer post(String path) {
        return send(MockMvcRequestBuilders.post(path));
    }

    public Answer post(String path, String json) {
        return send(MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private Answer send(MockHttpServletRequestBuilder request) {
        try {
            return new Answer(
                    mvc.perform(request.remoteAddress(ADDRESS)).andReturn().getResponse());
        } catch (Exception e) {
            throw new AssertionError("the controller failed", e);
        }
    }

    /** What came back. */
    public record Answer(MockHttpServletResponse response) {
        /** An accepted command: the body, and the token that read models answer to. */
        public Answer isAccepted(int status, String body) {
            assertThat(response.getStatus()).as(text()).isEqualTo(status);
            assertThat(text()).isEqualTo(body);
            assertThat(response.getHeader(Answers.CONSISTENCY_TOKEN))
                    .isEqualTo(Long.toString(RecordedCommands.POSITION));
            return this;
        }

        public Answer isReplayed(boolean replayed) {
            assertThat(response.getHeader(Answers.IDEMPOTENCY_REPLAYED)).isEqualTo(replayed ? "true" : null);
            return this;
        }

        /** Bad input, and which field it is. */
        public void isBad(String field) {
            assertThat(response.getStatus()).as(text()).isEqualTo(400);
            assertThat(text()).startsWith(field + ": ");
        }

        public void isNotFound() {
            assertThat(response.getStatus()).as(text()).isEqualTo(404);
        }

        public void isRefused(int status, String code) {
            assertThat(response.getStatus()).as(text()).isEqualTo(status);
            assertThat(text()).isEqualTo(code);
        }

        private String text() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }
    }

    private record CallerArgument(Caller caller) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class || parameter.getParameterType() == CommandContext.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer model,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return parameter.getParameterType() == Caller.class ? caller : CONTEXT_OF.apply(caller);
        }
    }
}
