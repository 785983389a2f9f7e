package io.examledger.query.audit.figures;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Of whom and of what a figure is asked for; nothing for all. */
record Narrowed(String account, String subject, String order) {
    static final List<Narrowed> WITHOUT_ORDER = List.of(
            new Narrowed("", "", ""),
            new Narrowed("acme", "", ""),
            new Narrowed("ada", "", ""),
            new Narrowed("", "BBB", ""),
            new Narrowed("acme", "AAA", ""));
    static final List<Narrowed> ANY = Stream.concat(
                    WITHOUT_ORDER.stream(),
                    Stream.of(
                            new Narrowed("", "", "o1"), new Narrowed("acme", "", "o3"), new Narrowed("", "BBB", "o4")))
            .toList();

    String query(String at) {
        return Stream.of(named("account", account), named("subject", subject), named("order", order), at)
                .filter(parameter -> !parameter.isEmpty())
                .collect(joining("&"));
    }

    private static String named(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + value;
    }
}
