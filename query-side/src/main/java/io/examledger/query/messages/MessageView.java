package io.examledger.query.messages;

import java.time.Instant;
import java.util.Map;

/**
 * A message of the message centre.
 *
 * @param key names the text; stable
 * @param text in English, with the parameters put in
 */
public record MessageView(String messageId, String key, Map<String, String> parameters, String text, Instant sentAt) {}
