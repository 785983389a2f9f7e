package io.examledger.query.projection;

import io.examledger.query.BadQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request to the query side with a {@code Consistency-Token} wait for the read models to have seen that position:
 * 2 s at most. Whoever asks for something else, without a token of access even, is not worth a thread that waits.
 */
public final class ConsistencyTokenInterceptor implements HandlerInterceptor {
    /** Decimal text of a position in the log. */
    public static final String HEADER = "Consistency-Token";

    private static final String OURS = BadQuery.class.getPackageName() + ".";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final Positions positions;

    public ConsistencyTokenInterceptor(Positions positions) {
        this.positions = positions;
    }

    /**
     * @throws BadQuery if the token is not one
     * @throws io.examledger.query.ReadModelBehind if the read models take too long
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String token = request.getHeader(HEADER);
        if (token != null && isOurs(handler)) {
            positions.await(positionOf(token), PATIENCE);
        }
        return true;
    }

    private static boolean isOurs(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS);
    }

    private static long positionOf(String token) {
        if (!token.matches("[0-9]{1,18}")) {
            throw new BadQuery(HEADER, "the Consistency-Token of a command's answer, as it was given");
        }
        return Long.parseLong(token);
    }
}
