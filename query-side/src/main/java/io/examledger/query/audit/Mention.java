package io.examledger.query.audit;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * That an event concerns something.
 *
 * @param id of the thing
 */
public record Mention(Kind kind, String id) {
    /** What there are timelines of. */
    public enum Kind {
        ORDER,
        REDEEM_CODE,
        APPOINTMENT,
        ACCOUNT,
        REGISTRATION,
        CANDIDACY;

        /** In kebab case, as answers name it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whose plural is a part of the path. */
        static Kind inPath(String path) {
            return Stream.of(values())
                    .filter(kind -> path.contains("/" + kind.word() + "s/"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no timeline at " + path));
        }
    }
}
