package io.examledger.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body once, up to {@link #LIMIT} bytes, before anything is decided; refuses more with 413, however it is sent.
 * The bytes stay at hand for the request's fingerprint. Runs behind the security filters, so that only known callers
 * cost memory.
 */
@Component
@Order(0)
class BoundedBody extends OncePerRequestFilter {
    static final int LIMIT = 1 << 20;
    private final ProblemWriter problems;

    BoundedBody(ProblemWriter problems) {
        this.problems = problems;
    }

    /** The body's bytes, none if the request had no body. */
    static byte[] of(HttpServletRequest request) {
        return request.getAttribute(BoundedBody.class.getName()) instanceof byte[] body ? body : new byte[0];
    }

    /** It may stand in an Accept header only (RFC 9110, section 8.3); Spring fails on it. */
    private static boolean hasWildcard(@Nullable String contentType) {
        return contentType != null && contentType.contains("*");
    }

    /** Forms are read, and limited, by the container; an empty one is no body at all. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        boolean empty = request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        return !empty
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasWildcard(request.getContentType())) {
            problems.write(
                    request,
                    response,
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    Problems.codeOf(415),
                    "The Content-Type must be one type, such as application/json, without a wildcard.");
            return;
        }
        byte[] body = request.getContentLengthLong() > LIMIT
                ? null
                : request.getInputStream().readNBytes(LIMIT + 1);
        if (body == null || body.length > LIMIT) {
            problems.write(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    Problems.codeOf(413),
                    "The body is larger than 1 MiB. Split the request.");
            return;
        }
        request.setAttribute(BoundedBody.class.getName(), body);
        chain.doFilter(new RepeatableRequest(request, body), response);
    }
}
