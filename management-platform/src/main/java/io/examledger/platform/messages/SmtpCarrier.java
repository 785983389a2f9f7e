package io.examledger.platform.messages;

import io.examledger.command.message.deliver.Carrier;
import io.examledger.command.message.deliver.Handover;
import io.examledger.kernel.message.Guarantee;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands emails to a mail server. SMTP has no way to ask whether a message has arrived, so what left without an answer is
 * in doubt; all that failed before is known to have stayed (ADR 0012).
 */
final class SmtpCarrier implements Carrier {
    private static final String TIMEOUT_MILLIS = "10000";

    private final JavaMailSenderImpl server;
    private final InternetAddress from;
    private final Clock clock;

    /** @param server its timeouts are set if they are not */
    SmtpCarrier(JavaMailSenderImpl server, InternetAddress from, Clock clock) {
        this.server = server;
        this.from = from;
        this.clock = clock;
        Stream.of("connectiontimeout", "timeout", "writetimeout")
                .map(name -> "mail." + protocol() + "." + name)
                .forEach(name -> server.getJavaMailProperties().putIfAbsent(name, TIMEOUT_MILLIS));
    }

    private String protocol() {
        String protocol = server.getProtocol();
        return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Guarantee guarantee() {
        return Guarantee.AT_MOST_ONCE;
    }

    @Override
    public Handover handOver(Letter letter) {
        try {
            return handOver(new LeavingEmail(server.getSession(), letter, from, clock.instant()));
        } catch (AddressException e) {
            return new Handover.Refused("address-unusable");
        } catch (MessagingException e) {
            return new Handover.Failed("not-prepared");
        }
    }

    private Handover handOver(LeavingEmail email) throws MessagingException {
        Transport transport = server.getSession().getTransport(protocol());
        try {
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        } catch (AuthenticationFailedException e) {
            return new Handover.Failed("smtp-login-refused");
        } catch (MessagingException e) {
            return new Handover.Failed("smtp-not-reached");
        }
        try {
            transport.sendMessage(email, email.getAllRecipients());
            return new Handover.Accepted();
        } catch (MessagingException e) {
            return failed(e, email.isLeaving());
        } finally {
            close(transport);
        }
    }

    /** What the server said of the recipient or of the content is about this message; anything else may pass. */
    private static Handover failed(MessagingException failure, boolean leaving) {
        boolean aboutMessage = leaving || chain(failure).anyMatch(SMTPAddressFailedException.class::isInstance);
        int code = chain(failure)
                .mapToInt(SmtpCarrier::replyCode)
                .filter(reply -> reply >= 400)
                .findFirst()
                .orElse(0);
        if (code == 0) {
            return leaving ? new Handover.InDoubt("smtp-no-answer") : new Handover.Failed("smtp-no-answer");
        }
        return code >= 500 && aboutMessage ? new Handover.Refused("smtp-" + code) : new Handover.Failed("smtp-" + code);
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream.iterate(
                (Exception) failure,
                e -> e != null,
                e -> e instanceof MessagingException messaging ? messaging.getNextException() : null);
    }

    private static int replyCode(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /** It has been said whether the message was taken; how the connection ends adds nothing. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // Nothing depends on it.
        }
    }
}
