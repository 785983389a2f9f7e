package io.examledger.platform.payment;

import io.examledger.command.payment.EmbeddedPayments;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.platform.settings.ExamLedgerSettings;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ExamLedgerSettings.Payments;
import io.examledger.platform.settings.ForRole;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Who moves money: the embedded balances, or PayPal. */
@ForRole(NodeRole.COMMAND)
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {
    @Bean
    PayPalApi payPalApi(ExamLedgerSettings settings, Clock clock) {
        return new PayPalApi(settings.payments().paypal(), clock);
    }

    @Bean
    @Primary
    PaymentProvider paymentProvider(ExamLedgerSettings settings, PayPalApi api, EmbeddedPayments embedded) {
        return settings.payments().provider() == Payments.Provider.PAYPAL
                ? new PayPalPayments(api, embedded)
                : embedded;
    }

    @Bean
    PayPalWebhook payPalWebhook(PayPalApi api, ExamLedgerSettings settings) {
        return new PayPalWebhook(api, settings.payments().paypal());
    }
}
