package io.examledger.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that a query of this module does not know, and any that is given twice: a typing error must not widen an answer. */
public final class KnownParametersInterceptor implements HandlerInterceptor {
    private static final String OURS = KnownParametersInterceptor.class.getPackageName() + ".";

    private final String ours;

    /** For the queries of this module. */
    public KnownParametersInterceptor() {
        this(OURS);
    }

    /** @param ours what the names of the controllers' classes begin with */
    public KnownParametersInterceptor(String ours) {
        this.ours = ours;
    }

    /** @throws BadQuery naming the parameter */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(ours)) {
            Set<String> known = namesOf(method);
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw new BadQuery(name, "unknown parameter; known are " + String.join(", ", known));
                }
                if (values.length > 1) {
                    throw new BadQuery(name, "given more than once");
                }
            });
        }
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(KnownParametersInterceptor::isQueryParameter)
                .map(KnownParametersInterceptor::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isQueryParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class) || isMoment(parameter);
    }

    private static boolean isMoment(MethodParameter parameter) {
        return parameter.getParameterType() == Moment.class;
    }

    private static String nameOf(MethodParameter parameter) {
        if (isMoment(parameter)) {
            return Moment.PARAMETER;
        }
        RequestParam annotation = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        return annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name();
    }
}
