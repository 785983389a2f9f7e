package io.examledger.platform.openapi;

import io.examledger.command.CommandContext;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String SCHEME = "oauth2";

    static {
        // Both come from the token and the headers, not from parameters.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, CommandContext.class);
    }

    @Bean
    OpenAPI description() {
        Scopes scopes = new Scopes();
        Stream.of(Role.values()).forEach(role -> scopes.addString(role.wireName(), "acts as " + role.wireName()));
        SecurityScheme oauth = new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Bearer tokens. The embedded default issues them itself; in production, the configured"
                        + " issuer does. The claim `roles` decides what a caller may do, `account_id` for whom.")
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes)));
        return new OpenAPI()
                .info(new Info()
                        .title("ExamLedger")
                        .version("0.1")
                        .description("Places in certification exams, bought as redeem codes. Errors are problem"
                                + " details (RFC 9457) with a stable `code`."))
                .servers(List.of(new Server().url("/").description("this server")))
                .components(new Components().addSecuritySchemes(SCHEME, oauth));
    }

    /** Who may call an operation, and the headers that commands take. */
    @Bean
    GlobalOperationCustomizer conventions() {
        return (operation, handler) -> {
            RolesAllowed roles = handler.getMethodAnnotation(RolesAllowed.class);
            if (roles != null) {
                List<String> scopes = Arrays.stream(roles.value())
                        .map(role -> role.toLowerCase(Locale.ROOT))
                        .toList();
                operation.addSecurityItem(new SecurityRequirement().addList(SCHEME, scopes));
            }
            if (takesCommandContext(handler)) {
                addCommandHeaders(operation);
            }
            return operation;
        };
    }

    private static boolean takesCommandContext(HandlerMethod handler) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(CommandContext.class);
    }

    private static void addCommandHeaders(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description("A repeat with the same key and the same request answers as the first time.")
                .schema(new StringSchema().minLength(1).maxLength(200)));
        operation.addParametersItem(new HeaderParameter()
                .name("X-Request-Id")
                .description("Becomes the correlation id of the events that come of the request.")
                .schema(new StringSchema().pattern("[A-Za-z0-9._-]{1,64}")));
    }
}
