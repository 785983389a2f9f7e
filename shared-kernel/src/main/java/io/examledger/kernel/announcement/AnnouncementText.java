package io.examledger.kernel.announcement;

import io.examledger.kernel.account.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An announcement in words.
 *
 * @param subject of an email
 * @param brief one or two sentences, for the message centre and SMS
 * @param body of an email, plain text
 */
public record AnnouncementText(String subject, String brief, String body) {
    /** {@code {name}}, or {@code {name@time}} for an instant that is to be read by people. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<name>[A-Za-z]+)(?<time>@time)?}");

    /**
     * Puts the parameters into the text of the kind.
     *
     * @throws IllegalArgumentException if the text wants a parameter that is not given, or an instant that is none
     */
    public static AnnouncementText of(AnnouncementKind kind, Language language, Map<String, String> parameters) {
        AnnouncementText template = AnnouncementTemplates.of(kind, language);
        return new AnnouncementText(
                fill(template.subject, language, parameters),
                fill(template.brief, language, parameters),
                fill(template.body, language, parameters));
    }

    private static String fill(String template, Language language, Map<String, String> parameters) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value(place, language, parameters)));
    }

    private static String value(MatchResult place, Language language, Map<String, String> parameters) {
        String name = place.group("name");
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a text wants " + name + ", which is not given");
        }
        return place.group("time") == null ? value : time(value, language, parameters.getOrDefault("zone", "UTC"));
    }

    private static String time(String instant, Language language, String zone) {
        String form = switch (language) {
            case EN -> "d MMMM uuuu, HH:mm VV";
            case ZH -> "uuuu年M月d日 HH:mm VV";
        };
        return DateTimeFormatter.ofPattern(form, language.locale())
                .withZone(ZoneId.of(zone))
                .format(Instant.parse(instant));
    }
}
