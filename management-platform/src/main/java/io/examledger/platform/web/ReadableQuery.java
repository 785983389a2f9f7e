package io.examledger.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a query that cannot be decoded. Tomcat says so when it is asked for a parameter, wherever that happens to be,
 * with a message that quotes the value; nothing of it may reach the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class ReadableQuery extends OncePerRequestFilter {
    private final ProblemWriter problems;

    ReadableQuery(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    Problems.codeOf(400),
                    "The query cannot be read: percent signs must be followed by two hexadecimal digits, and the bytes be UTF-8.");
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
