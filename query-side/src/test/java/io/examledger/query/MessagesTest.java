package io.examledger.query;

import static io.examledger.query.Happened.T0;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.query.messages.FindDeliveries;
import io.examledger.query.messages.FindDeliveries.Backlog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The message centre, and how far messages have come on their other ways. */
@ParameterizedClass
@EnumSource
class MessagesTest extends TwoCompanies {
    private static final Instant LATER = T0.plusSeconds(30);
    private String cause = "";

    MessagesTest(Database database) {
        super(database);
    }

    @BeforeEach
    void an_email_is_asked_for() throws Exception {
        cause = newest(ACME, "messageId");
        models.given(
                new MessageEvent.Requested(email(), "acme", Channel.EMAIL, "order.purchased", List.of(), cause, T0));
    }

    private String email() {
        return cause + "-email";
    }

    @Test
    @DisplayName("ACC-4 messages are the account's own; staff see all")
    void messages_are_the_callers_own() throws Exception {
        assertThat(ids(ACME, "/api/messages", "accountId")).containsExactly("acme");
        assertThat(ids("examinee:bob", "/api/messages", "accountId")).containsExactly("bob");
        assertThat(ids("examinee:ada", "/api/messages", "accountId")).isEmpty();
        assertThat(get("examinee:ada", "/api/messages?account=bob").getStatus()).isEqualTo(400);
        assertThat(ids("operator", "/api/messages", "accountId")).containsExactly("bob", "globex", "acme");
        assertThat(ids("auditor", "/api/messages?account=bob", "accountId")).containsExactly("bob");
    }

    @Test
    @DisplayName("ORD-6 a message is shown in the account's language")
    void texts_are_in_the_accounts_language() throws Exception {
        models.given(
                registered("huaxia", "Huaxia"),
                new AccountEvent.LanguageChosen("huaxia", Language.ZH, T0),
                purchased("o9", "huaxia", "AAA", 2));

        assertThat(newest("enterprise:huaxia", "text")).contains("订单 o9", "2 个兑换码", "2027年1月10日 09:00 UTC");
        assertThat(newest(ACME, "text")).contains("valid until 10 January 2027, 09:00 UTC");
    }

    @Test
    @DisplayName("ORD-6 the state of a delivery is visible, step by step")
    void deliveries_show_how_far_they_have_come() throws Exception {
        assertThat(delivery()).isEqualTo("[EMAIL, WAITING, 0, null, %s]".formatted(T0));
        models.given(started(1));
        assertThat(delivery()).isEqualTo("[EMAIL, UNDER_WAY, 1, null, null]");
        models.given(new MessageEvent.AttemptFailed(email(), "acme", 1, "smtp-421", LATER, T0));
        assertThat(delivery()).isEqualTo("[EMAIL, WAITING, 1, smtp-421, %s]".formatted(LATER));
        models.given(started(2), new MessageEvent.Sent(email(), "acme", 2, LATER));
        assertThat(delivery()).isEqualTo("[EMAIL, SENT, 2, null, null]");
    }

    @Test
    @DisplayName("ORD-6 what was only logged, is in doubt or was given up is not called sent")
    void other_ends_have_states_of_their_own() throws Exception {
        models.given(new MessageEvent.Logged(email(), "acme", 1, T0));
        assertThat(delivery()).contains("LOGGED");
        models.given(new MessageEvent.LeftInDoubt(email(), "acme", 1, "no-answer", T0));
        assertThat(delivery()).contains("IN_DOUBT", "no-answer");
        models.given(new MessageEvent.GivenUp(email(), "acme", 16, "smtp-421", T0));
        assertThat(delivery()).contains("GIVEN_UP", "smtp-421", "16");
        assertThat(ids("operator", "/api/messages?delivery=GIVEN_UP", "messageId"))
                .containsExactly(cause);
        assertThat(ids("operator", "/api/messages?delivery=SENT", "messageId")).isEmpty();
        assertThat(get("operator", "/api/messages?delivery=LOST").getStatus()).isEqualTo(400);
    }

    @Test
    void due_messages_are_found_until_they_are_over() {
        FindDeliveries deliveries = new FindDeliveries(models.jdbc());
        assertThat(deliveries.due(T0.minusNanos(1_000), 10)).isEmpty();
        assertThat(deliveries.due(T0, 10))
                .extracting(FindDeliveries.Due::deliveryId, FindDeliveries.Due::channel)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(email(), Channel.EMAIL));
        assertThat(deliveries.backlog(Channel.EMAIL)).isEqualTo(new Backlog(1, 0, 0, T0));
        models.given(new MessageEvent.AttemptFailed(email(), "acme", 1, "smtp-421", LATER, T0));
        assertThat(deliveries.due(LATER.minusNanos(1_000), 10)).isEmpty();
        assertThat(deliveries.due(LATER, 10)).hasSize(1);
        models.given(new MessageEvent.GivenUp(email(), "acme", 2, "smtp-550", LATER));
        assertThat(deliveries.due(LATER, 10)).isEmpty();
        assertThat(deliveries.backlog(Channel.EMAIL)).isEqualTo(new Backlog(0, 0, 1, null));
        assertThat(deliveries.backlog(Channel.SMS)).isEqualTo(new Backlog(0, 0, 0, null));
    }

    private MessageEvent started(int attempt) {
        return new MessageEvent.AttemptStarted(email(), "acme", attempt, "smtp", Guarantee.AT_MOST_ONCE, LATER, T0);
    }

    private String newest(String as, String field) throws Exception {
        return this.<String>read(as, "/api/messages", "$.items[0]." + field);
    }

    /** Of the newest message: channel, status, attempts, reason, next attempt. */
    private String delivery() throws Exception {
        Map<String, @Nullable Object> shown = read(ACME, "/api/messages", "$.items[0].deliveries[0]");
        return Stream.of("channel", "status", "attempts", "reason", "nextAttemptAt")
                .map(shown::get)
                .toList()
                .toString();
    }
}
