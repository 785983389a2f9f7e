package io.examledger.kernel.message;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is put into a message's text in one place. Never personal data. */
public record MessageParameter(String name, String value) {
    /** Sorted by name. */
    public static List<MessageParameter> listOf(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> new MessageParameter(entry.getKey(), entry.getValue()))
                        .toList();
    }

    public static Map<String, String> mapOf(List<MessageParameter> parameters) {
        return parameters.stream()
                .collect(Collectors.toUnmodifiableMap(MessageParameter::name, MessageParameter::value));
    }
}
