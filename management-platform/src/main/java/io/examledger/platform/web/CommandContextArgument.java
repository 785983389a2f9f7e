package io.examledger.platform.web;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.platform.crypto.RequestFingerprint;
import io.examledger.platform.security.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Caller}, the {@link CommandContext} and the {@link IdempotencyKey} of a request. */
@Component
class CommandContextArgument implements HandlerMethodArgumentResolver {
    private static final String HEADER = "Idempotency-Key";
    private static final Set<Class<?>> TYPES = Set.of(Caller.class, CommandContext.class, IdempotencyKey.class);
    private final RequestFingerprint fingerprint;

    CommandContextArgument(RequestFingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = Callers.current();
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (parameter.getParameterType() == Caller.class || request == null) {
            return caller;
        }
        if (parameter.getParameterType() == IdempotencyKey.class) {
            return key(request);
        }
        return new CommandContext(caller, RequestIdentity.of(request), idempotency(request));
    }

    private @Nullable Idempotency idempotency(HttpServletRequest request) {
        IdempotencyKey key = key(request);
        if (key == null) {
            return null;
        }
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return new Idempotency(key.value(), fingerprint.of(request.getMethod(), path, BoundedBody.of(request)));
    }

    private static @Nullable IdempotencyKey key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1) {
            throw new BadHeader(HEADER, "is sent once");
        }
        try {
            return new IdempotencyKey(keys.getFirst());
        } catch (IllegalArgumentException e) {
            throw new BadHeader(HEADER, String.valueOf(e.getMessage()));
        }
    }
}
