package io.examledger.platform.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks for the caller's role before the body is read, so that nobody learns what a body must look like for an endpoint
 * that is not theirs. Our own endpoints that name no role are closed to everyone. Method security asks again.
 */
class RoleFence implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("io.examledger.")
                && !isOpen(method)
                && !mayCall(request, rolesOf(method))) {
            throw new AccessDeniedException("the caller has none of the roles this takes");
        }
        return true;
    }

    private static boolean isOpen(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), PermitAll.class);
    }

    private static boolean mayCall(HttpServletRequest request, @Nullable RolesAllowed roles) {
        return roles != null && Arrays.stream(roles.value()).anyMatch(request::isUserInRole);
    }

    private static @Nullable RolesAllowed rolesOf(HandlerMethod method) {
        RolesAllowed ofMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RolesAllowed.class);
        return ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RolesAllowed.class);
    }
}
