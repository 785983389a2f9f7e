package io.examledger.kernel.announcement;

import io.examledger.kernel.account.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts of all kinds in all languages, read once: a file with subject, brief, an empty line, and the body. */
final class AnnouncementTemplates {
    private static final Map<AnnouncementKind, Map<Language, AnnouncementText>> TEMPLATES =
            each(AnnouncementKind.class, kind -> each(Language.class, language -> read(kind, language)));

    private AnnouncementTemplates() {}

    static AnnouncementText of(AnnouncementKind kind, Language language) {
        Map<Language, AnnouncementText> texts = TEMPLATES.get(kind);
        AnnouncementText text = texts == null ? null : texts.get(language);
        if (text == null) {
            throw new IllegalStateException("no text for " + kind + " in " + language);
        }
        return text;
    }

    private static <K extends Enum<K>, V> Map<K, V> each(Class<K> type, Function<K, V> value) {
        return Arrays.stream(type.getEnumConstants())
                .collect(
                        Collectors.toMap(Function.identity(), value, (one, other) -> other, () -> new EnumMap<>(type)));
    }

    private static AnnouncementText read(AnnouncementKind kind, Language language) {
        String file = kind.key() + "." + language.wireName() + ".txt";
        String[] parts = content(file).split("\n", 4);
        if (parts.length != 4 || parts[0].isBlank() || parts[1].isBlank() || !parts[2].isEmpty()) {
            throw new IllegalStateException(file + " is not subject, brief, an empty line, and the body");
        }
        return new AnnouncementText(parts[0], parts[1], parts[3]);
    }

    private static String content(String file) {
        try (InputStream text = AnnouncementTemplates.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("there is no text " + file);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
