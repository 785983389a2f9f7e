package io.examledger.platform.web;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.kernel.access.Caller;
import io.examledger.platform.crypto.RequestFingerprint;
import io.examledger.platform.security.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Caller} and the {@link CommandContext} of a request. */
@Component
class CommandContextArgument implements HandlerMethodArgumentResolver {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,198}[\\x21-\\x7E])?");
    private final RequestFingerprint fingerprint;

    CommandContextArgument(RequestFingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Caller caller = Callers.current();
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (parameter.getParameterType() == Caller.class || request == null) {
            return caller;
        }
        return new CommandContext(caller, RequestIdentity.of(request), idempotency(request));
    }

    private @Nullable Idempotency idempotency(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty()) {
            return null;
        }
        String key = keys.getFirst();
        if (keys.size() > 1 || !KEY.matcher(key).matches()) {
            throw new BadHeader(HEADER, "is sent once and has 1 to 200 printable ASCII characters, for example a UUID");
        }
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return new Idempotency(key, fingerprint.of(request.getMethod(), path, BoundedBody.of(request)));
    }
}
