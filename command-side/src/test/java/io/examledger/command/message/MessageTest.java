package io.examledger.command.message;

import static io.examledger.command.message.MessageFacts.MESSAGE;
import static io.examledger.command.message.MessageFacts.PARAMETERS;
import static io.examledger.command.message.MessageFacts.end;
import static io.examledger.command.message.MessageFacts.failed;
import static io.examledger.command.message.MessageFacts.request;
import static io.examledger.command.message.MessageFacts.requested;
import static io.examledger.command.message.MessageFacts.start;
import static io.examledger.command.message.MessageFacts.started;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.kernel.message.Guarantee.AT_LEAST_ONCE;
import static io.examledger.kernel.message.Guarantee.AT_MOST_ONCE;

import io.examledger.command.message.deliver.Handover;
import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.command.message.deliver.StartAttempt.Work;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {
    private static final Work NOTHING = new Work(0, ADA.value(), AnnouncementKind.REDEEM_CODE_UNBOUND, List.of());
    private static final Instant OVER = NOW.plus(MessageCourier.PATIENCE);
    private static final Instant LATER = NOW.plusSeconds(30);

    private final MessageEvent sent = new MessageEvent.Sent(MESSAGE.value(), ADA.value(), 1, LATER);

    @Test
    @DisplayName("COD-11b a message is asked for once for its cause and channel")
    void a_repeated_request_changes_nothing() {
        Scenario.start()
                .when(request(Channel.EMAIL))
                .thenEvents(requested(Channel.EMAIL))
                .when(request(Channel.EMAIL))
                .thenEvents()
                .when(request(Channel.SMS))
                .thenEvents(requested(Channel.SMS));
    }

    @Test
    @DisplayName("COD-11b of all who ask, one may hand the message over")
    void an_attempt_is_started_once() {
        Scenario.given(requested(Channel.EMAIL))
                .when(start(AT_MOST_ONCE, NOW))
                .thenEvents(started(1, AT_MOST_ONCE, NOW))
                .thenAnswer(new Work(1, ADA.value(), AnnouncementKind.REDEEM_CODE_UNBOUND, PARAMETERS))
                .when(start(AT_MOST_ONCE, OVER.minusNanos(1_000)))
                .thenEvents()
                .thenAnswer(NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("COD-11b what was taken over is never sent again")
    void a_sent_message_is_over(Guarantee guarantee) {
        Scenario.given(requested(Channel.EMAIL), started(1, guarantee, NOW))
                .when(end(1, new Handover.Accepted(), LATER))
                .thenEvents(sent)
                .when(end(1, new Handover.Accepted(), LATER))
                .thenEvents()
                .when(start(guarantee, OVER.plusSeconds(1)))
                .thenEvents()
                .thenAnswer(NOTHING);
    }

    @Test
    @DisplayName("ADR 0012 an email of which nobody knows whether it left is left in doubt, not sent again")
    void an_attempt_at_most_once_that_was_not_heard_of_is_not_repeated() {
        Scenario.given(requested(Channel.EMAIL), started(1, AT_MOST_ONCE, NOW))
                .when(start(AT_MOST_ONCE, OVER))
                .thenEvents(new MessageEvent.LeftInDoubt(MESSAGE.value(), ADA.value(), 1, "not-recorded", OVER))
                .thenAnswer(NOTHING)
                .when(start(AT_MOST_ONCE, OVER.plus(Duration.ofDays(1))))
                .thenEvents()
                .when(end(1, new Handover.Failed("late"), OVER.plusSeconds(1)))
                .thenEvents();
    }

    @Test
    @DisplayName("ADR 0012 a doubt is cleared up by the node that knows better")
    void a_late_word_that_it_was_taken_over_counts() {
        Scenario.given(
                        requested(Channel.EMAIL),
                        started(1, AT_MOST_ONCE, NOW),
                        new MessageEvent.LeftInDoubt(MESSAGE.value(), ADA.value(), 1, "not-recorded", NOW))
                .when(end(1, new Handover.Accepted(), LATER))
                .thenEvents(sent);
    }

    @Test
    @DisplayName("ADR 0012 where the other side knows a message again, an attempt that was not heard of is repeated")
    void an_attempt_at_least_once_that_was_not_heard_of_is_repeated() {
        Instant retryAt = OVER.plusSeconds(30);
        Scenario.given(requested(Channel.EMAIL), started(1, AT_LEAST_ONCE, NOW))
                .when(start(AT_LEAST_ONCE, OVER))
                .thenEvents(failed(1, "not-recorded", retryAt, OVER))
                .when(start(AT_LEAST_ONCE, retryAt))
                .thenEvents(started(2, AT_LEAST_ONCE, retryAt))
                .when(end(1, new Handover.Failed("late"), retryAt))
                .thenEvents();
    }

    @Test
    void an_end_in_doubt_is_taken_as_the_carrier_guarantees() {
        Handover doubt = new Handover.InDoubt("no-answer");
        Scenario.given(requested(Channel.EMAIL), started(1, AT_MOST_ONCE, NOW))
                .when(end(1, doubt, LATER))
                .thenEvents(new MessageEvent.LeftInDoubt(MESSAGE.value(), ADA.value(), 1, "no-answer", LATER));
        Scenario.given(requested(Channel.EMAIL), started(1, AT_LEAST_ONCE, NOW))
                .when(end(1, doubt, LATER))
                .thenEvents(failed(1, "no-answer", LATER.plusSeconds(30), LATER));
    }

    @Test
    @DisplayName("ORD-6 a failed attempt is repeated after a growing pause, and given up in the end")
    void pauses_grow_and_end() {
        Instant second = NOW.plusSeconds(30);
        Instant third = second.plusSeconds(60);
        Handover away = new Handover.Failed("connection-failed");
        Scenario.given(requested(Channel.EMAIL), started(1, AT_MOST_ONCE, NOW))
                .when(end(1, away, NOW))
                .thenEvents(failed(1, "connection-failed", second, NOW))
                .when(start(AT_MOST_ONCE, second.minusNanos(1_000)))
                .thenEvents()
                .when(start(AT_MOST_ONCE, second))
                .thenEvents(started(2, AT_MOST_ONCE, second))
                .when(end(2, away, second))
                .thenEvents(failed(2, "connection-failed", third, second))
                .when(start(AT_MOST_ONCE, third))
                .thenEvents(started(3, AT_MOST_ONCE, third))
                .when(end(3, away, third))
                .thenEvents(new MessageEvent.GivenUp(MESSAGE.value(), ADA.value(), 3, "connection-failed", third))
                .when(start(AT_MOST_ONCE, third.plus(Duration.ofDays(1))))
                .thenEvents();
    }

    @Test
    void what_the_other_side_refuses_for_good_is_given_up_at_once() {
        Scenario.given(requested(Channel.EMAIL), started(1, AT_MOST_ONCE, NOW))
                .when(end(1, new Handover.Refused("smtp-550"), LATER))
                .thenEvents(new MessageEvent.GivenUp(MESSAGE.value(), ADA.value(), 1, "smtp-550", LATER));
    }

    @Test
    @DisplayName("ORD-6 what was only logged is not called sent")
    void a_logged_message_is_over_and_not_sent() {
        Scenario.given(requested(Channel.EMAIL), started(1, AT_LEAST_ONCE, NOW))
                .when(end(1, new Handover.OnlyLogged(), LATER))
                .thenEvents(new MessageEvent.Logged(MESSAGE.value(), ADA.value(), 1, LATER))
                .when(start(AT_LEAST_ONCE, OVER))
                .thenEvents();
    }

    @Test
    void a_message_that_nobody_asked_for_is_not_there() {
        Scenario.start().when(start(AT_MOST_ONCE, NOW)).thenNotFound();
    }
}
