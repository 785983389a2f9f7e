package io.examledger.platform.security;

import io.examledger.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** 401 and 403 with the headers of RFC 6750 and a problem as the body. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
    private final AccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        try {
            bearer.commence(request, response, failure);
        } catch (jakarta.servlet.ServletException e) {
            throw new IOException(e);
        }
        boolean badToken = failure instanceof InvalidBearerTokenException;
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                badToken ? "authentication.invalid-token" : "authentication.required",
                badToken
                        ? "The bearer token is malformed, expired, or not from this system's issuer. Get a new one."
                        : "This needs a bearer token: Authorization: Bearer <token>.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        try {
            denial.handle(request, response, denied);
        } catch (jakarta.servlet.ServletException e) {
            throw new IOException(e);
        }
        problems.write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                "access.denied",
                "The caller's roles do not allow this request.");
    }
}
