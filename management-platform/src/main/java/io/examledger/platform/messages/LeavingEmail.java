package io.examledger.platform.messages;

import io.examledger.command.message.deliver.Carrier.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** An email whose {@code Message-ID} is the message's own, and which knows whether it has begun to leave. */
final class LeavingEmail extends MimeMessage {
    private final String messageId;
    private boolean leaving;

    /** @throws jakarta.mail.internet.AddressException if the address is none that email can be sent to */
    LeavingEmail(Session session, Letter letter, InternetAddress from, Instant now) throws MessagingException {
        super(session);
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        messageId = "<" + letter.messageId() + "@" + domain + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
        setSubject(letter.text().subject(), StandardCharsets.UTF_8.name());
        setText(letter.text().body(), StandardCharsets.UTF_8.name());
        setContentLanguage(new String[] {letter.language().locale().toLanguageTag()});
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    /** Jakarta Mail would make up a new one each time. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** Called once the server has said that it will take the content. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        leaving = true;
        super.writeTo(out, ignored);
    }

    boolean isLeaving() {
        return leaving;
    }
}
