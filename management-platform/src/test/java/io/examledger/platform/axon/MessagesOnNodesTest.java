package io.examledger.platform.axon;

import static io.examledger.platform.axon.MessageNode.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.message.deliver.Handover;
import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@MethodSource("io.examledger.platform.axon.RunningPolicy#databases")
@DisplayName("ORD-5, ORD-6, COD-11b, APT-7: messages on several nodes, over crashes and restarts")
class MessagesOnNodesTest {
    private static final int ROUNDS = 50;
    private static final Instant OVER = NOW.plus(MessageCourier.PATIENCE);

    private final DataSource database;
    private final CountingCarrier mail = new CountingCarrier(Guarantee.AT_MOST_ONCE);
    private final MessageNode node;

    MessagesOnNodesTest(Supplier<DataSource> databases) {
        database = databases.get();
        node = new MessageNode(database, mail);
    }

    @BeforeEach
    void somebody_can_be_written_to() {
        node.registerAda();
    }

    /** Another process on the same database; the one before may be gone. */
    private MessageNode another() {
        return new MessageNode(database, mail);
    }

    @Test
    @DisplayName("never twice for one cause, whoever asks and delivers at the same time")
    void nodes_that_deliver_at_once_send_once() throws Exception {
        List<MessageNode> threads = new ArrayList<>(List.of(node, node));
        if (!(database instanceof JdbcDataSource)) {
            MessageNode other = another();
            threads.addAll(List.of(other, other));
        }
        for (int round = 0; round < ROUNDS; round++) {
            String cause = "cause-" + round;
            atOnce(threads, each -> {
                each.request(cause);
                each.deliver(cause, NOW);
            });
            assertThat(steps(cause)).containsExactly("message.requested", "message.attempt-started", "message.sent");
        }
        assertThat(mail.letters())
                .hasSize(ROUNDS)
                .allSatisfy((message, times) -> assertThat(times).isOne());
    }

    private interface Step {
        void take(MessageNode node);
    }

    private static void atOnce(List<MessageNode> nodes, Step step) throws Exception {
        CyclicBarrier start = new CyclicBarrier(nodes.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
            List<Callable<Void>> all = nodes.stream()
                    .<Callable<Void>>map(node -> () -> {
                        start.await();
                        step.take(node);
                        return null;
                    })
                    .toList();
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        }
    }

    @Test
    @DisplayName("a restart between two attempts forgets neither the attempts nor the pause")
    void attempts_go_on_after_a_restart() {
        node.request("cause");
        mail.answer(new Handover.Failed("smtp-421"));
        node.deliver("cause", NOW);
        another().deliver("cause", NOW.plusSeconds(29));
        another().deliver("cause", NOW.plusSeconds(30));
        mail.answer(new Handover.Accepted());
        another().deliver("cause", NOW.plusSeconds(89));
        another().deliver("cause", NOW.plusSeconds(90));
        another().deliver("cause", NOW.plusSeconds(1_000));

        assertThat(steps("cause"))
                .containsExactly(
                        "message.requested",
                        "message.attempt-started",
                        "message.attempt-failed",
                        "message.attempt-started",
                        "message.attempt-failed",
                        "message.attempt-started",
                        "message.sent");
        assertThat(mail.letters()).containsEntry("cause-email", 3);
    }

    @Test
    @DisplayName("ADR 0012 a crash after the hand-over leaves an email in doubt and sends no second one")
    void a_crash_after_the_hand_over_sends_nothing_twice() {
        node.request("cause");
        mail.crash(true);
        assertThatThrownBy(() -> node.deliver("cause", NOW)).isInstanceOf(CountingCarrier.Crash.class);
        mail.crash(false);

        another().deliver("cause", OVER.minusNanos(1_000));
        another().deliver("cause", OVER);
        another().deliver("cause", OVER.plusSeconds(3_600));

        assertThat(mail.letters()).containsEntry("cause-email", 1);
        assertThat(steps("cause"))
                .containsExactly("message.requested", "message.attempt-started", "message.left-in-doubt");
    }

    @Test
    @DisplayName("ADR 0012 where the other side knows a message again, a crash after the hand-over sends it again")
    void a_crash_is_repaired_where_the_other_side_knows_the_message() {
        CountingCarrier sms = new CountingCarrier(Guarantee.AT_LEAST_ONCE);
        node.request("cause");
        sms.crash(true);
        assertThatThrownBy(() -> new MessageNode(database, sms).deliver("cause", NOW))
                .isInstanceOf(CountingCarrier.Crash.class);
        sms.crash(false);

        new MessageNode(database, sms).deliver("cause", OVER);
        new MessageNode(database, sms).deliver("cause", OVER.plusSeconds(30));

        assertThat(sms.letters()).containsEntry("cause-email", 2);
        assertThat(steps("cause")).endsWith("message.sent");
    }

    @Test
    @DisplayName("never on a replay: a policy whose token was reset asks for nothing new")
    void a_policy_that_starts_again_asks_for_nothing_new() {
        unbound("code-1");
        PolicyRunner policy = node.policy();
        policy.start();
        RunningPolicy.awaitThat(() -> requested() == 1);
        policy.stop();

        JdbcClient.create(database)
                .sql(
                        "update platform.policy_token set token = null, token_type = null, owner = null where processor_name = 'request-messages'")
                .update();
        unbound("code-2");
        PolicyRunner again = another().policy();
        again.start();
        RunningPolicy.awaitThat(() -> requested() == 2);
        again.stop();

        assertThat(requested()).isEqualTo(2);
    }

    @Test
    @DisplayName("never on an upgrade: what happened before the policy was installed is not announced")
    void a_policy_begins_where_the_log_is_when_it_is_installed() throws Exception {
        unbound("before");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("delete from platform.policy_token where processor_name = 'request-messages'")
                .update();
        String migration = new ClassPathResource("db/platform/common/V370__message_policy_token.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(jdbc.sql(migration.replaceAll("(?m)^--.*$", "").replace(";", ""))
                        .update())
                .isEqualTo(4);
        unbound("after");

        PolicyRunner policy = node.policy();
        policy.start();
        RunningPolicy.awaitThat(() -> requested() > 0);
        policy.stop();

        assertThat(requested()).isOne();
    }

    private void unbound(String code) {
        node.append(
                "RedeemCode",
                code,
                new RedeemCodeEvent.Unbound(code, "order", "company", "PR000002", "ada", "registration", NOW));
    }

    private long requested() {
        return JdbcClient.create(database)
                .sql("select count(*) from ledger.event where type = 'message.requested'")
                .query(Long.class)
                .single();
    }

    private List<String> steps(String cause) {
        return JdbcClient.create(database)
                .sql("select type from ledger.event where aggregate_id = :message order by sequence")
                .param("message", cause + "-email")
                .query(String.class)
                .list();
    }
}
