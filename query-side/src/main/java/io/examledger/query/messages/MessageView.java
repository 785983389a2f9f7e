package io.examledger.query.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message of the message centre.
 *
 * @param accountId whose it is
 * @param key names the text; stable
 * @param text in the account's language, with the parameters put in
 * @param deliveries how far it has come on the other channels it goes by
 */
public record MessageView(
        String messageId,
        String accountId,
        String key,
        Map<String, String> parameters,
        String text,
        Instant sentAt,
        List<DeliveryView> deliveries) {
    public MessageView {
        deliveries = List.copyOf(deliveries);
    }
}
