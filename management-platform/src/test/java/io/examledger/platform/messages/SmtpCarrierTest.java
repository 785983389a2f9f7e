package io.examledger.platform.messages;

import static io.examledger.platform.messages.ScriptedMailServer.END_OF_DATA;
import static io.examledger.platform.messages.ScriptedMailServer.GREETING;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.examledger.command.message.deliver.Handover;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.Channel;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpCarrierTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    @DisplayName("COD-11b an email arrives in the reader's language, under the message's own id")
    void an_email_arrives() throws Exception {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            Handover outcome = carrier(server.getSmtp().getPort())
                    .handOver(Letters.to("ada@example.org", Channel.EMAIL, Language.ZH));

            assertThat(outcome).isEqualTo(new Handover.Accepted());
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage email = server.getReceivedMessages()[0];
            assertThat(email.getMessageID()).isEqualTo("<0198a3e2-0b1c-7a2d-9e3f-4c5d6e7f8091-email@exams.example>");
            assertThat(email.getAllRecipients()).containsExactly(new InternetAddress("ada@example.org"));
            assertThat(email.getFrom()).containsExactly(new InternetAddress("no-reply@exams.example"));
            assertThat(email.getSubject()).isEqualTo("您的 PR000002 考试报名已被取消");
            assertThat(email.getContent().toString()).contains("企业已将其收回");
            assertThat(email.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(email.getSentDate()).isEqualTo(Date.from(NOW));
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest(name = "{0} answered by {1}: {2} {3}")
    @CsvSource({
        "greeting, 421 later,         Failed,  smtp-not-reached",
        "greeting, '',                Failed,  smtp-not-reached",
        "MAIL,     451 later,         Failed,  smtp-451",
        "MAIL,     550 not you,       Failed,  smtp-550",
        "MAIL,     '',                Failed,  smtp-no-answer",
        "RCPT,     450 busy,          Failed,  smtp-450",
        "RCPT,     550 ada@x unknown, Refused, smtp-550",
        "RCPT,     '',                Failed,  smtp-no-answer",
        "DATA,     452 full,          Failed,  smtp-452",
        "DATA,     '',                Failed,  smtp-no-answer",
        ".,        451 later,         Failed,  smtp-451",
        ".,        554 spam,          Refused, smtp-554",
        ".,        '',                InDoubt, smtp-no-answer"
    })
    @DisplayName("ADR 0012 only an email that left without an answer is in doubt")
    void what_the_server_says_is_told_apart(String command, String answer, String kind, String reason)
            throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of(command, answer))) {
            Handover outcome = hand(server);

            assertThat(outcome)
                    .isEqualTo(
                            switch (kind) {
                                case "Failed" -> new Handover.Failed(reason);
                                case "Refused" -> new Handover.Refused(reason);
                                default -> new Handover.InDoubt(reason);
                            });
            assertThat(server.taken()).hasSize(command.equals(END_OF_DATA) ? 1 : 0);
        }
    }

    @Test
    @DisplayName("ADR 0012 a connection that breaks after the answer takes nothing back")
    void what_comes_after_the_answer_does_not_matter() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of("QUIT", ""))) {
            assertThat(hand(server)).isEqualTo(new Handover.Accepted());
        }
    }

    @Test
    void a_server_that_is_away_may_come_back() throws Exception {
        int port;
        try (ScriptedMailServer gone = new ScriptedMailServer(Map.of(GREETING, ""))) {
            port = gone.port();
        }
        assertThat(carrier(port).handOver(Letters.to("ada@example.org", Channel.EMAIL, Language.EN)))
                .isEqualTo(new Handover.Failed("smtp-not-reached"));
    }

    @Test
    void an_address_that_no_email_can_go_to_is_refused() throws Exception {
        assertThat(carrier(1).handOver(Letters.to("ada <x>@example.org", Channel.EMAIL, Language.EN)))
                .isEqualTo(new Handover.Refused("address-unusable"));
    }

    private static Handover hand(ScriptedMailServer server) throws AddressException {
        return carrier(server.port()).handOver(Letters.to("ada@example.org", Channel.EMAIL, Language.EN));
    }

    private static SmtpCarrier carrier(int port) throws AddressException {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        return new SmtpCarrier(server, new InternetAddress("no-reply@exams.example"), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
