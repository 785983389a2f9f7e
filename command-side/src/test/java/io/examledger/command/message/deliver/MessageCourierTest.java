package io.examledger.command.message.deliver;

import static io.examledger.command.message.MessageFacts.MESSAGE;
import static io.examledger.command.message.MessageFacts.RETRIES;
import static io.examledger.command.message.MessageFacts.failed;
import static io.examledger.command.message.MessageFacts.requested;
import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.message.deliver.DueMessages.Due;
import io.examledger.command.testing.CommandSide;
import io.examledger.command.testing.PlainVault;
import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageId;
import io.examledger.kernel.personal.PersonalDataVault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessageCourierTest {
    private static final Due DUE = new Due(MESSAGE, Channel.EMAIL, "request");

    private final CommandSide commandSide = new CommandSide();
    private final RecordingCarrier mail = new RecordingCarrier();
    private PersonalDataVault vault = new PlainVault();

    @Test
    @DisplayName("COD-11b the former holder is written to, at the address and in the language of the account")
    void a_message_is_handed_over_and_kept_as_sent() {
        given(account("sealed(ada@example.org) for ada", null), chinese(), requested(Channel.EMAIL));

        courier().deliver(DUE);

        assertThat(mail.letters).singleElement().satisfies(letter -> {
            assertThat(letter.messageId()).isEqualTo(MESSAGE);
            assertThat(letter.address()).isEqualTo("ada@example.org");
            assertThat(letter.text().subject()).isEqualTo("您的 PR000002 考试报名已被取消");
        });
        assertThat(log()).endsWith(started(NOW), new MessageEvent.Sent(MESSAGE.value(), ADA.value(), 1, NOW));
    }

    private static MessageEvent started(java.time.Instant at) {
        return new MessageEvent.AttemptStarted(
                MESSAGE.value(),
                ADA.value(),
                1,
                "recording",
                Guarantee.AT_MOST_ONCE,
                at.plus(MessageCourier.PATIENCE),
                at);
    }

    @Test
    @DisplayName("ADR 0012 that the attempt began is stored before the message leaves")
    void an_attempt_is_durable_before_the_handover() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.EMAIL));
        mail.whileHandingOver = () -> assertThat(log()).endsWith(started(NOW));

        courier().deliver(DUE);

        assertThat(mail.letters).hasSize(1);
    }

    @Test
    @DisplayName("ADR 0012 a crash between handing over and keeping that sends nothing twice")
    void a_crash_after_the_handover_leads_to_no_second_letter() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.EMAIL));
        mail.whileHandingOver = () -> {
            throw new Crash();
        };
        assertThatThrownBy(() -> courier().deliver(DUE)).isInstanceOf(Crash.class);
        mail.whileHandingOver = () -> {};

        courier().deliver(DUE);
        courierAt(NOW.plus(MessageCourier.PATIENCE)).deliver(DUE);
        courierAt(NOW.plus(MessageCourier.PATIENCE).plusSeconds(1)).deliver(DUE);

        assertThat(mail.letters).hasSize(1);
        assertThat(log())
                .endsWith(new MessageEvent.LeftInDoubt(
                        MESSAGE.value(), ADA.value(), 1, "not-recorded", NOW.plus(MessageCourier.PATIENCE)));
    }

    @Test
    void what_the_carrier_says_is_kept() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.EMAIL));
        mail.outcome = new Handover.Failed("smtp-421");

        courier().deliver(DUE);

        assertThat(log()).endsWith(failed(1, "smtp-421", NOW.plusSeconds(30), NOW));
    }

    @Test
    @DisplayName("APT-7 whoever has given no number gets no SMS")
    void a_person_without_an_address_is_given_up() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.SMS));
        MessageId sms = MessageId.of("unbinding", Channel.SMS);

        courier().deliver(new Due(sms, Channel.SMS, "request"));

        assertThat(mail.letters).isEmpty();
        assertThat(log()).endsWith(new MessageEvent.GivenUp(sms.value(), ADA.value(), 1, "no-address", NOW));
    }

    @Test
    @DisplayName("AUD-5 an erased person is not written to")
    void an_erased_person_is_given_up() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.EMAIL));
        vault = new Erased();

        courier().deliver(DUE);

        assertThat(mail.letters).isEmpty();
        assertThat(log()).endsWith(new MessageEvent.GivenUp(MESSAGE.value(), ADA.value(), 1, "no-address", NOW));
    }

    @Test
    void what_cannot_be_prepared_has_not_left_and_is_tried_again() {
        given(
                account("sealed(ada@example.org) for ada", null),
                new MessageEvent.Requested(
                        MESSAGE.value(),
                        ADA.value(),
                        Channel.EMAIL,
                        "redeem-code.unbound",
                        List.of(),
                        "unbinding",
                        NOW));

        courier().deliver(DUE);

        assertThat(mail.letters).isEmpty();
        assertThat(log()).endsWith(failed(1, "not-prepared", NOW.plusSeconds(30), NOW));
    }

    @Test
    @DisplayName("AUD-5 neither address nor text shows when a letter is printed")
    void a_letter_keeps_its_content_to_itself() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.EMAIL));

        courier().deliver(DUE);

        assertThat(mail.letters.getFirst()).hasToString("Letter[unbinding-email]");
        assertThat(new Contacts(commandSide.store(), vault).of(ADA, Channel.EMAIL))
                .hasToString("Contact[EN]");
    }

    @Test
    @DisplayName("ADR 0012 a carrier that breaks leaves the message in doubt")
    void a_broken_carrier_leaves_a_doubt() {
        given(account("sealed(ada@example.org) for ada", null), requested(Channel.EMAIL));
        mail.whileHandingOver = () -> {
            throw new IllegalStateException("ada@example.org broke it");
        };

        courier().deliver(DUE);

        assertThat(log()).endsWith(new MessageEvent.LeftInDoubt(MESSAGE.value(), ADA.value(), 1, "carrier-broke", NOW));
    }

    /** The process ends. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void given(Object... facts) {
        commandSide.given(List.of(facts));
    }

    private List<Object> log() {
        return commandSide.log();
    }

    private static AccountEvent account(String email, @org.jspecify.annotations.Nullable String phone) {
        return new AccountEvent.Registered(ADA.value(), AccountKind.ROOT, null, "name", email, phone, LONG_AGO);
    }

    private static AccountEvent chinese() {
        return new AccountEvent.LanguageChosen(ADA.value(), Language.ZH, LONG_AGO);
    }

    private MessageCourier courier() {
        return courierAt(NOW);
    }

    private MessageCourier courierAt(java.time.Instant now) {
        return new MessageCourier(
                new DirectCommands(),
                new Contacts(commandSide.store(), vault),
                Map.of(Channel.EMAIL, mail, Channel.SMS, mail),
                RETRIES,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Sends to the command side, in the name of the courier. */
    private final class DirectCommands implements Commands {
        @Override
        public <R> Outcome<R> send(Object command, Class<R> answer, CommandContext context) {
            assertThat(context.caller().subject()).isEqualTo("message-courier");
            assertThat(context.correlationId()).isEqualTo("request");
            return new Outcome<>(answer.cast(commandSide.send(command)), 0, false);
        }

        @Override
        public <R> Optional<Outcome<R>> replay(Class<R> answer, CommandContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class RecordingCarrier implements Carrier {
        private final List<Letter> letters = new ArrayList<>();
        private Handover outcome = new Handover.Accepted();
        private Runnable whileHandingOver = () -> {};

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public Guarantee guarantee() {
            return Guarantee.AT_MOST_ONCE;
        }

        @Override
        public Handover handOver(Letter letter) {
            letters.add(letter);
            whileHandingOver.run();
            return outcome;
        }
    }

    /** The person's key has been destroyed. */
    private static final class Erased implements PersonalDataVault {
        @Override
        public String seal(String clear, AccountId person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String digest(String clear) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> open(String sealed, AccountId person) {
            return Optional.empty();
        }
    }
}
