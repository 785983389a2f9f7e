package io.examledger.platform.endtoend;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server in this process, which keeps what it takes. */
final class MailServer implements AutoCloseable {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    MailServer() {
        server.start();
    }

    /** For a platform that is to use it. */
    String[] settings() {
        return new String[] {
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + server.getSmtp().getPort(),
            "--examledger.messages.email-from=no-reply@exams.example"
        };
    }

    /** Recipient and subject of each email, oldest first. */
    List<String> received() {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::brief)
                .toList();
    }

    private static String brief(MimeMessage email) {
        try {
            return email.getAllRecipients()[0] + ": " + email.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
