package io.examledger.platform.openapi;

import io.examledger.kernel.access.Role;
import io.examledger.query.Moment;
import io.examledger.query.asof.MomentArgument;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.stream.Stream;

/** What operations refer to, described once: security, headers, problems. */
final class SharedDescriptions {
    static final String OAUTH = "oauth2";
    static final String PROBLEM = "Problem";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";
    static final String CONSISTENCY_TOKEN = "Consistency-Token";
    static final String REQUEST_ID = "X-Request-Id";
    static final String PURPOSE = "X-Purpose";

    private static final String RETRY_AFTER = "Retry-After";

    private SharedDescriptions() {}

    static Components components() {
        return new Components()
                .addSecuritySchemes(OAUTH, oauth())
                .addParameters(
                        IDEMPOTENCY_KEY,
                        taken(
                                IDEMPOTENCY_KEY,
                                "A repeat with the same key and the same request answers as the first time; with another"
                                        + " request it is refused with 422.",
                                text().minLength(1).maxLength(200)))
                .addParameters(
                        REQUEST_ID,
                        taken(
                                REQUEST_ID,
                                "Becomes the correlation id of the events that come of the request.",
                                text().pattern("[A-Za-z0-9._-]{1,64}")))
                .addParameters(
                        PURPOSE,
                        taken(
                                PURPOSE,
                                "Of staff: number of the case they work on. It stands on the event that says whose names they were"
                                        + " shown.",
                                text().pattern("[A-Za-z0-9._-]{1,64}")))
                .addParameters(
                        CONSISTENCY_TOKEN,
                        taken(
                                CONSISTENCY_TOKEN,
                                "Of a command's answer: this is answered from read models that have seen the command, or"
                                        + " with 503 if they take longer than two seconds.",
                                text().pattern("[0-9]{1,18}")))
                .addParameters(
                        Moment.PARAMETER,
                        new QueryParameter()
                                .name(Moment.PARAMETER)
                                .description(
                                        "A past instant: the answer is what it would have been when nothing later was"
                                                + " recorded. 400 for one that is still to come; 503 if the read models take longer"
                                                + " than two seconds to get there.")
                                .schema(text().format("date-time")))
                .addHeaders(MomentArgument.INSTANT, answered("With `asOf`: the instant that was asked for."))
                .addHeaders(
                        MomentArgument.POSITION,
                        answered(
                                "With `asOf`: position in the log of the last event that was recorded by then, 0 before"
                                        + " the first."))
                .addHeaders(
                        CONSISTENCY_TOKEN,
                        answered("Sent with a later query, lets it answer from read models that have seen this."))
                .addHeaders(
                        IDEMPOTENCY_REPLAYED,
                        answered("`true` if this repeats what was answered when the key was first used."))
                .addHeaders(RETRY_AFTER, answered("With 429 and 503: seconds to wait before another try."))
                .addSchemas(PROBLEM, problem())
                .addResponses(PROBLEM, problems());
    }

    private static SecurityScheme oauth() {
        Scopes scopes = new Scopes();
        Stream.of(Role.values()).forEach(role -> scopes.addString(role.wireName(), "acts as " + role.wireName()));
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Bearer tokens. The embedded default issues them itself; in production, the configured"
                        + " issuer does. The claim `roles` decides what a caller may do, `account_id` for whom.")
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes)));
    }

    private static Parameter taken(String header, String description, Schema<?> schema) {
        return new HeaderParameter().name(header).description(description).schema(schema);
    }

    private static Header answered(String description) {
        return new Header().description(description).schema(text());
    }

    private static ApiResponse problems() {
        return new ApiResponse()
                .description("Refused or failed, as problem details (RFC 9457).")
                .addHeaderObject(RETRY_AFTER, new Header().$ref("#/components/headers/" + RETRY_AFTER))
                .addHeaderObject(
                        IDEMPOTENCY_REPLAYED, new Header().$ref("#/components/headers/" + IDEMPOTENCY_REPLAYED))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .required(List.of("field", "message"))
                .addProperty("field", text().description("Its path in the request, for example `parts[0].amount`."))
                .addProperty("message", text());
        return new ObjectSchema()
                .required(List.of("title", "status", "detail", "code"))
                .addProperty("type", text().format("uri").description("Absent: `about:blank`, the status says it all."))
                .addProperty("title", text())
                .addProperty("status", new IntegerSchema().format("int32"))
                .addProperty("detail", text().description("For people."))
                .addProperty("instance", text().format("uri").description("The request's path."))
                .addProperty("code", text().description("Stable, for programs, for example `redeem-code.not-unused`."))
                .addProperty("errors", new ArraySchema().items(error).description("What is wrong with the input."))
                .addProperty("correlationId", text().description("Of a failure (500), to be quoted to the operator."));
    }

    private static Schema<?> text() {
        return new StringSchema();
    }
}
