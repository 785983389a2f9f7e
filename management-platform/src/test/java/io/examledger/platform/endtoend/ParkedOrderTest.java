package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.PolicyCommands;
import io.examledger.command.Refusal;
import io.examledger.command.order.issue.IssueRedeemCodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bug that one order runs into holds up that order alone, and is seen; after a repair the order gets what it paid for. */
class ParkedOrderTest {
    private static final int QUANTITY = 1_500;

    static Stream<Supplier<RunningPlatform>> platforms() {
        return Stream.of(
                () -> RunningPlatform.onH2With(BrokenSecondChunk.class),
                () -> RunningPlatform.onPostgresWith(BrokenSecondChunk.class));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    @DisplayName("ORD-7: exactly N codes, also when issuing them fails half-way and is repaired later")
    void failing_order_waits_alone_and_gets_exactly_its_codes_after_the_repair(Supplier<RunningPlatform> start) {
        try (RunningPlatform platform = start.get()) {
            String broken = platform.order(QUANTITY);
            platform.bean(BrokenCommands.class).brokenOrder = broken;
            platform.pay(broken, QUANTITY);
            for (int order = 0; order < 8; order++) {
                platform.codes(platform.order(3), 3);
            }
            Await.until(() -> metric(platform), value -> value.endsWith(" 1.0"));
            assertThat(codes(platform, broken)).isEqualTo(1_000);
            assertThat(platform.operator.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(health(platform)).contains("DOWN", "issue-redeem-codes", "parkedSequences=1");

            platform.bean(BrokenCommands.class).brokenOrder = null;
            restart(platform);

            Await.until(() -> issuedBy(platform, broken), issued -> issued == QUANTITY);
            Await.until(() -> metric(platform), value -> value.endsWith(" 0.0"));
            assertThat(health(platform)).doesNotContain("parkedSequences=1");
            assertThat(codes(platform, broken)).isEqualTo(QUANTITY);
            assertThat(platform.operator.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    /** What a repaired node does first is to try what is parked. */
    private static void restart(RunningPlatform platform) {
        SmartLifecycle policy = platform.bean("issueRedeemCodes", SmartLifecycle.class);
        policy.stop();
        policy.start();
    }

    private static String health(RunningPlatform platform) {
        return String.valueOf(
                platform.bean("policiesHealthIndicator", HealthIndicator.class).health());
    }

    private static String metric(RunningPlatform platform) {
        return platform.operator
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("examledger_policy_parked{policy=\"issue-redeem-codes\"}"))
                .findFirst()
                .orElse("none");
    }

    private static int issuedBy(RunningPlatform platform, String order) {
        return Exchange.of(200, platform.enterprise.get("/api/orders/" + order))
                .json()
                .required("redeemCodes")
                .required("issued")
                .intValue();
    }

    /** Of the log itself. */
    private static long codes(RunningPlatform platform, String order) {
        return JdbcClient.create(platform.database())
                .sql("""
                        select count(*)
                        from ledger.event
                        where type = 'redeem-code.issued' and payload like '%' || :order || '%'
                        """)
                .param("order", order)
                .query(Long.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class BrokenSecondChunk {
        @Bean
        @Primary
        BrokenCommands brokenCommands(@Qualifier("policyCommands") PolicyCommands real) {
            return new BrokenCommands(real);
        }
    }

    /** Has a bug that the second chunk of one order meets. */
    static final class BrokenCommands implements PolicyCommands {
        private final PolicyCommands real;
        private volatile @Nullable String brokenOrder;

        BrokenCommands(PolicyCommands real) {
            this.real = real;
        }

        @Override
        public <R> R send(Object command, Class<R> answer, EventMessage<?> cause) {
            if (command instanceof IssueRedeemCodes issue
                    && issue.from() > 1
                    && issue.orderId().value().equals(brokenOrder)) {
                throw new IllegalArgumentException("a bug");
            }
            return real.send(command, answer, cause);
        }

        @Override
        public List<Optional<Refusal>> sendEach(List<OnceCommand> commands, EventMessage<?> cause) {
            return real.sendEach(commands, cause);
        }
    }
}
