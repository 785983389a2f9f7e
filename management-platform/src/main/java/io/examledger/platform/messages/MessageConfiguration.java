package io.examledger.platform.messages;

import io.examledger.command.Commands;
import io.examledger.command.message.deliver.Carrier;
import io.examledger.command.message.deliver.Contacts;
import io.examledger.command.message.deliver.MessageCourier;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import io.examledger.query.messages.FindDeliveries;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Who carries messages: a mail server and an SMS webhook where they are set up, otherwise the log. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    Carrier emailCarrier(ObjectProvider<JavaMailSenderImpl> servers, MessageSettings settings, Clock clock) {
        JavaMailSenderImpl server = servers.getIfAvailable();
        return server == null
                ? new LoggingCarrier(Channel.EMAIL)
                : new SmtpCarrier(server, sender(settings.emailFrom()), clock);
    }

    private static InternetAddress sender(@Nullable String from) {
        if (from == null || from.isBlank()) {
            throw new IllegalStateException("with a mail server, examledger.messages.email-from must be set");
        }
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalStateException("examledger.messages.email-from is not an email address", e);
        }
    }

    @Bean
    Carrier smsCarrier(MessageSettings settings) {
        URI webhook = settings.sms().webhookUrl();
        return webhook == null ? new LoggingCarrier(Channel.SMS) : new WebhookSmsCarrier(webhook, settings.sms());
    }

    @Bean
    FindDeliveries findDeliveries(DataSource dataSource) {
        return new FindDeliveries(new NamedParameterJdbcTemplate(dataSource));
    }

    @Bean
    MessageCourier messageCourier(
            Commands commands,
            EventStore log,
            PersonalDataVault vault,
            @Qualifier("emailCarrier") Carrier email,
            @Qualifier("smsCarrier") Carrier sms,
            MessageSettings settings,
            Clock clock) {
        return new MessageCourier(
                commands,
                new Contacts(log, vault),
                Map.of(Channel.EMAIL, email, Channel.SMS, sms),
                settings.retries(),
                clock);
    }

    @Bean
    DeliveryRounds deliveryRounds(
            FindDeliveries deliveries, MessageCourier courier, MessageSettings settings, Clock clock) {
        return new DeliveryRounds(new DueMessagesInReadModel(deliveries), courier, settings.lookEvery(), clock);
    }
}
