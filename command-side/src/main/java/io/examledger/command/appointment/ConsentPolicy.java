package io.examledger.command.appointment;

import io.examledger.command.Refusals;
import io.examledger.kernel.appointment.Consent;
import io.examledger.kernel.appointment.ConsentDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is accepted before scheduling (APT-6).
 *
 * @param versions of the texts in force
 */
public record ConsentPolicy(Map<ConsentDocument, String> versions) {
    public static final ConsentPolicy CURRENT = new ConsentPolicy(Map.of(
            ConsentDocument.PRIVACY_DISCLOSURE, "2026-11",
            ConsentDocument.EXAM_RULES, "2026-11"));

    public ConsentPolicy {
        versions = Map.copyOf(versions);
    }

    /** A text that the examinee accepts. */
    public record Accepted(ConsentDocument document, String version) {}

    /** What stands on the event: every required text, in the version in force. */
    public List<Consent> require(List<Accepted> accepted, Instant at) {
        Map<ConsentDocument, String> inOrder = new TreeMap<>(versions);
        inOrder.forEach((document, version) -> {
            if (!accepted.contains(new Accepted(document, version))) {
                throw Refusals.conflict(
                        "appointment.consent-missing",
                        "Before scheduling these are accepted in the version in force: %s (APT-6)."
                                .formatted(inOrder.entrySet().stream()
                                        .map(text -> text.getKey() + " " + text.getValue())
                                        .collect(Collectors.joining(", "))));
            }
        });
        return inOrder.entrySet().stream()
                .map(text -> new Consent(text.getKey(), text.getValue(), at))
                .toList();
    }
}
