package io.examledger.platform.openapi;

import io.examledger.command.CommandContext;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.query.Moment;
import io.examledger.query.asof.MomentArgument;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** What every operation has by convention: who may call it, the headers it takes and answers with, its problems. */
@Component
class OpenApiConventions implements GlobalOperationCustomizer {
    private static final String QUERY_SIDE = "io.examledger.query.";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        secure(operation, handler);
        List<Class<?>> takes = List.of(handler.getMethod().getParameterTypes());
        boolean command = takes.contains(CommandContext.class);
        if (command || takes.contains(IdempotencyKey.class)) {
            takeInstead(operation, SharedDescriptions.IDEMPOTENCY_KEY);
            answer(operation, SharedDescriptions.IDEMPOTENCY_REPLAYED);
        }
        if (command) {
            takeInstead(operation, SharedDescriptions.REQUEST_ID);
            answer(operation, SharedDescriptions.CONSISTENCY_TOKEN);
        }
        if (takes.contains(Moment.class)) {
            takeInstead(operation, Moment.PARAMETER);
            answer(operation, MomentArgument.INSTANT);
            answer(operation, MomentArgument.POSITION);
        }
        if (isQuery(handler)) {
            takeInstead(operation, SharedDescriptions.CONSISTENCY_TOKEN);
            takeInstead(operation, SharedDescriptions.PURPOSE);
        }
        operation
                .getResponses()
                .addApiResponse(
                        ApiResponses.DEFAULT,
                        new ApiResponse().$ref("#/components/responses/" + SharedDescriptions.PROBLEM));
        return operation;
    }

    private static void secure(Operation operation, HandlerMethod handler) {
        RolesAllowed roles = handler.getMethodAnnotation(RolesAllowed.class);
        if (roles != null) {
            List<String> scopes = Arrays.stream(roles.value())
                    .map(role -> role.toLowerCase(Locale.ROOT))
                    .toList();
            operation.addSecurityItem(new SecurityRequirement().addList(SharedDescriptions.OAUTH, scopes));
        }
    }

    private static boolean isQuery(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(QUERY_SIDE);
    }

    /** Refers to the shared description of a header or parameter, whatever the method's parameters say about it. */
    private static void takeInstead(Operation operation, String name) {
        List<Parameter> parameters =
                operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
        parameters.removeIf(parameter -> name.equals(parameter.getName()));
        parameters.add(new Parameter().$ref("#/components/parameters/" + name));
        operation.setParameters(parameters);
    }

    private static void answer(Operation operation, String header) {
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeaderObject(header, new Header().$ref("#/components/headers/" + header));
            }
        });
    }
}
