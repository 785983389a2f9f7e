package io.examledger.platform.web;

import io.examledger.kernel.identity.Identifiers;
import io.examledger.platform.security.Callers;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.access.PendingReads;
import io.examledger.query.access.PendingReads.Reading;
import io.examledger.query.access.PersonalDataReads;
import io.examledger.query.access.ReadLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gathers whose personal data a request of staff opens, and has it in the log before the first byte of the answer: before a body is
 * written, or before a page is rendered. If it cannot be kept, the answer is that failure.
 */
@ForRole(NodeRole.QUERY)
@ControllerAdvice
class RequestReads implements PersonalDataReads, ResponseBodyAdvice<Object>, HandlerInterceptor {
    static final String PURPOSE = "X-Purpose";

    private static final String ATTRIBUTE = RequestReads.class.getName();
    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private final ReadLog log;
    private final Identifiers identifiers;
    private final Clock clock;

    RequestReads(ReadLog log, Identifiers identifiers, Clock clock) {
        this.log = log;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Before anything is opened: a request that is refused for its purpose has shown nothing. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        purpose(request);
        return true;
    }

    /** @throws IllegalStateException outside a request, where nobody would keep it */
    @Override
    public void opened(Set<String> accounts) {
        if (!Callers.current().seesAll()) {
            return;
        }
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        PendingReads pending = (PendingReads) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (pending == null) {
            pending = new PendingReads(log, identifiers, clock);
            request.setAttribute(ATTRIBUTE, pending, RequestAttributes.SCOPE_REQUEST);
        }
        pending.add(accounts);
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            keep(attributes.getRequest());
        }
        return body;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        keep(request);
    }

    private void keep(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof PendingReads pending) {
            // Taken out first: the answer that says it could not be kept goes through here as well.
            request.removeAttribute(ATTRIBUTE);
            String id = RequestIdentity.of(request);
            pending.keep(new Reading(
                    Callers.current().subject(),
                    request.getMethod() + " " + request.getRequestURI(),
                    purpose(request),
                    id,
                    "request:" + id));
        }
    }

    private static @Nullable String purpose(HttpServletRequest request) {
        String given = request.getHeader(PURPOSE);
        if (given != null && !CASE.matcher(given).matches()) {
            throw new BadHeader(
                    PURPOSE, "the number of a case: 1 to 64 letters, digits, dots, hyphens and underscores");
        }
        return given;
    }
}
