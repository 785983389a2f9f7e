package io.examledger.kernel.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checked-in files that are derived from the code, and how they are approved. */
final class ProjectFiles {
    private static final boolean APPROVING = Boolean.getBoolean("examledger.approve");
    private static final Path ROOT = root();

    static final Path APPROVED_EVENTS = ROOT.resolve("shared-kernel/src/test/resources/events");
    static final Path EVENT_CATALOGUE = ROOT.resolve("docs/events.md");
    static final String HOW_TO_APPROVE = "mvn -pl shared-kernel test -Dexamledger.approve=true";

    private ProjectFiles() {}

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("shared-kernel"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("the tests run outside of the project");
            }
        }
        return directory;
    }

    /** Approves what has never been approved. What has been stays: stored events have its form. */
    static void approveIfNew(Path file, String content) {
        if (APPROVING && !Files.exists(file)) {
            write(file, content);
        }
    }

    /** Renews a document of which only the latest form counts. */
    static void renew(Path file, String content) {
        if (APPROVING) {
            write(file, content);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if there is no such file, so that a comparison shows what it should hold. */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
