package io.examledger.eventstore.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The command line of the {@link Verifier}. */
final class Options {
    private static final String MARK = "--";
    private static final Set<String> NAMES = Set.of("log", "older-log", "head", "older-head", "proof", "key");

    private record Option(String name, String value) {}

    private final String command;
    private final List<Option> options;

    private Options(String command, List<Option> options) {
        this.command = command;
        this.options = options;
    }

    /** Nothing can be checked by what was given. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** @throws Unusable if an option is unknown or has no value */
    static Options parse(String... arguments) {
        List<Option> options = new ArrayList<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith(MARK) ? arguments[i].substring(MARK.length()) : "";
            if (!NAMES.contains(name) || i + 1 == arguments.length) {
                throw new Unusable("\"" + arguments[i] + "\" is no option, or lacks its value");
            }
            options.add(new Option(name, arguments[i + 1]));
        }
        return new Options(arguments.length == 0 ? "" : arguments[0], options);
    }

    String command() {
        return command;
    }

    private List<String> values(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(Option::value)
                .toList();
    }

    List<Path> files(String name) {
        return values(name).stream().map(Path::of).toList();
    }

    /** @throws Unusable if there is not exactly one */
    Path file(String name) {
        List<Path> files = files(name);
        if (files.size() != 1) {
            throw new Unusable("one " + MARK + name + " is needed");
        }
        return files.getFirst();
    }

    /** @throws Verifier.Distrust if the file is not what it should be */
    <T> T json(String name, Function<String, T> reading) throws IOException {
        Path file = file(name);
        try {
            return reading.apply(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new Verifier.Distrust(file + ": " + e.getMessage());
        }
    }

    /** @throws Unusable if what is given is no key */
    List<VerifierKey> keys() throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String given : values("key")) {
            try {
                keys.add(VerifierKey.parse(written(given)));
            } catch (IllegalArgumentException e) {
                throw new Unusable(MARK + "key: " + e.getMessage());
            }
        }
        return keys;
    }

    private static String written(String keyOrFile) throws IOException {
        try {
            Path file = Path.of(keyOrFile);
            return Files.isRegularFile(file) ? Files.readString(file).strip() : keyOrFile;
        } catch (InvalidPathException e) {
            return keyOrFile;
        }
    }
}
