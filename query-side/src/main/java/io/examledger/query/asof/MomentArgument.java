package io.examledger.query.asof;

import io.examledger.query.BadQuery;
import io.examledger.query.Given;
import io.examledger.query.Moment;
import io.examledger.query.projection.Positions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a query the {@link Moment} that its parameter {@code asOf} names, the present without one, and says in the answer's
 * headers which it was (AUD-2). Read models that have not come that far are waited for: 2 s at most.
 */
public final class MomentArgument implements HandlerMethodArgumentResolver {
    /** The instant that was asked for. */
    public static final String INSTANT = "As-Of";
    /** Position of the last event that was recorded by then. */
    public static final String POSITION = "As-Of-Position";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final RecordedPositions log;
    private final Positions readModels;
    private final Clock clock;

    public MomentArgument(RecordedPositions log, Positions readModels, Clock clock) {
        this.log = log;
        this.readModels = readModels;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Moment.class;
    }

    /**
     * @throws BadQuery if it is no instant, or one that is still to come
     * @throws io.examledger.query.ReadModelBehind if the read models take too long
     */
    @Override
    public Moment resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Instant asOf = Given.instant(Moment.PARAMETER, request.getParameter(Moment.PARAMETER));
        if (asOf == null) {
            return Moment.PRESENT;
        }
        if (asOf.isAfter(clock.instant())) {
            throw new BadQuery(Moment.PARAMETER, "an instant that has passed: nothing is recorded of the future");
        }
        long position = log.at(asOf);
        readModels.await(position, PATIENCE);
        Moment moment = Moment.past(asOf, position);
        tell(Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)), moment);
        return moment;
    }

    /** Says in an answer as of which past moment it is. */
    public static void tell(HttpServletResponse answer, Moment moment) {
        answer.setHeader(INSTANT, String.valueOf(moment.instant()));
        answer.setHeader(POSITION, Long.toString(moment.position()));
    }
}
