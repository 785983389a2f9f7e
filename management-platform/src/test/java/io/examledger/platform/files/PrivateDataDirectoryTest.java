package io.examledger.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

class PrivateDataDirectoryTest {
    @TempDir
    private Path parent;

    private void start(Path directory) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            TestPropertyValues.of("examledger.data-dir=" + directory).applyTo(context);
            new PrivateDataDirectory().initialize(context);
        }
    }

    @Test
    void it_is_made_for_its_owner_alone() throws IOException {
        Path directory = parent.resolve("new").resolve("data");
        start(directory);
        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void one_that_is_there_keeps_its_permissions() throws IOException {
        Path directory = Files.createDirectory(parent.resolve("shared"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));
        start(directory);
        assertThat(Files.getPosixFilePermissions(directory)).isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
    }
}
