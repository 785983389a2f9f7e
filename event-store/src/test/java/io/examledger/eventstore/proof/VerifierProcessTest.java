package io.examledger.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as the jar has it: this package's classes and the JDK, in a process of its own. */
class VerifierProcessTest {
    @Test
    void the_verifier_runs_on_nothing_but_the_jdk_and_ends_with_its_verdict(@TempDir Path directory) throws Exception {
        Path classes = directory.resolve("classes/io/examledger/eventstore/proof");
        Files.createDirectories(classes);
        copyPackage(classes);
        List<LoggedEvent> events = Chain.of(20, "{\"text\":\"\u00e4\"}");
        Export export = new Export(directory);
        Path log = export.log("log.jsonl", events);
        Path head = export.head("head.json", events);

        assertThat(run(directory, log, head, export.key())).endsWith("INTACT\n0");
        export.file("log.jsonl", Files.readString(log).replaceFirst("\u00e4", "a"));
        assertThat(run(directory, log, head, export.key()))
                .contains("BROKEN at position 1: CHANGED")
                .endsWith("\n1");
    }

    private static void copyPackage(Path target) throws IOException, URISyntaxException {
        Path main = Path.of(Verifier.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("io/examledger/eventstore/proof");
        try (Stream<Path> files = Files.list(main)) {
            files.forEach(file -> copy(file, target));
        }
    }

    private static void copy(Path file, Path directory) {
        try {
            Files.copy(file, directory.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(Path directory, Path log, Path head, String key) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        directory.resolve("classes").toString(),
                        Verifier.class.getName(),
                        "verify",
                        "--log",
                        log.toString(),
                        "--head",
                        head.toString(),
                        "--key",
                        key)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said + process.exitValue();
    }
}
