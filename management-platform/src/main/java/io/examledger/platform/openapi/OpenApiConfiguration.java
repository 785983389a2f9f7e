package io.examledger.platform.openapi;

import io.examledger.command.CommandContext;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.query.Moment;
import io.examledger.query.audit.figures.FigureValue;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static {
        // They come from the token and the headers, or are described once for all.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, CommandContext.class, IdempotencyKey.class, Moment.class);
        // The one member that is JSON of either kind: the terms of an order.
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        JsonNode.class,
                        new Schema<>()
                                .oneOf(List.of(new BooleanSchema(), new StringSchema().maxLength(50)))
                                .description("`true`, or the version of the terms of service that are accepted."));
        // Of all others, only a figure is of one type or another.
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        FigureValue.class,
                        new Schema<>()
                                .oneOf(List.of(
                                        new IntegerSchema().format("int64"),
                                        new Schema<>().$ref("#/components/schemas/Money")))
                                .description("How many units, or how much money; null for a sum over no orders."));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("ExamLedger")
                        .version("0.1")
                        .description("Places in certification exams, bought as redeem codes. Errors are problem"
                                + " details (RFC 9457) with a stable `code`."))
                .servers(List.of(new Server().url("/").description("this server")))
                .components(SharedDescriptions.components());
    }
}
