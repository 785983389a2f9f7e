package io.examledger.eventstore.proof;

import io.examledger.eventstore.proof.Json.Unreadable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The members of a JSON object that has exactly those it should have; a wrong one is {@link Unreadable}. */
final class Fields {
    private final Map<String, Object> members;

    private Fields(Map<String, Object> members) {
        this.members = members;
    }

    /** @param known the names that may be there */
    static Fields of(String json, Set<String> known) {
        return of(Json.object(json), known);
    }

    private static Fields of(Map<?, ?> object, Set<String> known) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (!known.contains(String.valueOf(name))) {
                throw new Unreadable("\"" + name + "\" is not known here");
            }
            members.put(String.valueOf(name), value);
        });
        return new Fields(members);
    }

    private <T> T member(String name, Class<T> type) {
        Object value = members.get(name);
        if (value == null) {
            throw new Unreadable("\"" + name + "\" is missing");
        }
        if (!type.isInstance(value)) {
            throw wrong(name);
        }
        return type.cast(value);
    }

    private static Unreadable wrong(String name) {
        return new Unreadable("\"" + name + "\" has a form it cannot have");
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        return member(name, String.class);
    }

    long number(String name) {
        return member(name, Long.class);
    }

    Fields object(String name, Set<String> known) {
        return of(member(name, Map.class), known);
    }

    Hash hash(String name) {
        return hash(name, text(name));
    }

    List<Hash> hashes(String name) {
        List<Hash> hashes = new ArrayList<>();
        for (Object item : member(name, List.class)) {
            if (!(item instanceof String hex)) {
                throw wrong(name);
            }
            hashes.add(hash(name, hex));
        }
        return hashes;
    }

    private static Hash hash(String name, String hex) {
        try {
            return Hash.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
    }

    UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
    }

    /** In whole microseconds: what is finer no hash would cover. */
    Instant instant(String name) {
        try {
            Instant instant = Instant.parse(text(name));
            if (instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }
}
