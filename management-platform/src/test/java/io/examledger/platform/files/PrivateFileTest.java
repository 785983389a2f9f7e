package io.examledger.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    @TempDir
    private Path directory;

    @Test
    void it_is_made_once_for_its_owner_alone_and_leaves_no_draft() throws IOException {
        Path path = directory.resolve("new").resolve("secret.json");
        byte[] first = new PrivateFile(path).readOrCreate(() -> new byte[] {1});
        assertThat(new PrivateFile(path).readOrCreate(() -> new byte[] {2})).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(path.getParent()).isDirectoryNotContaining(file -> !file.endsWith("secret.json"));
    }

    @Test
    void whoever_comes_at_once_gets_the_same_content() {
        Path path = directory.resolve("secret.json");
        Set<Byte> seen = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> new PrivateFile(path).readOrCreate(() -> new byte[] {(byte) i})[0]))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toSet());
        assertThat(seen).hasSize(1);
    }
}
