package io.examledger.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an auditor has on their disk, and what the verifier says of it. */
final class Export {
    private final Path directory;
    final Signers signers = new Signers(Chain.ORIGIN);

    Export(Path directory) {
        this.directory = directory;
    }

    /**
     * What the verifier said.
     *
     * @param code it ended with
     */
    record Said(int code, String text) {}

    Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String name, List<LoggedEvent> events) {
        return lines(name, events.stream().map(LoggedEvent::line).toList());
    }

    Path lines(String name, List<String> lines) {
        return file(name, String.join("\n", lines) + "\n");
    }

    /** Of a log of these events, signed as it should be. */
    Path head(String name, List<LoggedEvent> events) {
        return file(name, Chain.json(signers.first().sign(Chain.head(events))));
    }

    String key() {
        return signers.first().key().toString();
    }

    Said verify(Path log, Path head, Object... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "verify";
        arguments[1] = "--log";
        arguments[2] = log.toString();
        arguments[3] = "--head";
        arguments[4] = head.toString();
        for (int i = 0; i < more.length; i++) {
            arguments[5 + i] = more[i].toString();
        }
        return run(arguments);
    }

    static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new Verifier(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    static void assertIntact(Said said) {
        assertThat(said.text()).endsWith("INTACT\n");
        assertThat(said.code()).isZero();
    }

    static void assertBroken(Said said, long position, Fault.Kind kind) {
        assertThat(said.text()).contains("BROKEN at position " + position + ": " + kind + ":");
        assertThat(said.code()).isOne();
    }
}
