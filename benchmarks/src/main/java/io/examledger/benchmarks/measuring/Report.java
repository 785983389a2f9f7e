package io.examledger.benchmarks.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a benchmark found, with what it ran on; printed, and kept as a file. */
public final class Report {
    private final String name;
    private final StringBuilder text = new StringBuilder();

    /** @param server version of the PostgreSQL that was measured on */
    public Report(String name, String server, Settings settings) {
        this.name = name;
        text.append("# ").append(name).append("\n\n");
        text.append("%s. JDK %s, PostgreSQL %s (fsync on), %d processors shared by server, system and load. "
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.version(),
                        server,
                        Runtime.getRuntime().availableProcessors()));
        text.append("%d interleaved rounds of %d s after %d s of warm-up each; median (least...most).%n"
                .formatted(
                        settings.rounds(),
                        settings.time().toSeconds(),
                        settings.warmUp().toSeconds()));
    }

    public Report section(String title, Table table, String remarks) {
        text.append("\n## ").append(title).append("\n\n").append(table);
        if (!remarks.isEmpty()) {
            text.append('\n').append(remarks.strip()).append('\n');
        }
        return this;
    }

    public void publish(Path directory) throws IOException {
        System.out.println(text);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".md"), text);
    }
}
