package io.examledger.platform.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** A file that only its owner may read, that is written once and is complete whenever it exists. */
public final class PrivateFile {
    private final Path path;

    public PrivateFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /**
     * The content; made, flushed to disk and moved into place if there is none yet.
     *
     * @throws UncheckedIOException if the directory cannot be written
     */
    public byte[] readOrCreate(Supplier<byte[]> content) {
        try {
            if (!Files.exists(path)) {
                create(content.get());
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or create " + path, e);
        }
    }

    private void create(byte[] content) throws IOException {
        Path directory = Objects.requireNonNull(path.getParent(), "a file lies in a directory");
        Files.createDirectories(directory);
        Path draft = directory.resolve("." + path.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(draft, EnumSet.of(CREATE_NEW, WRITE), OwnerOnly.file())) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // A link, not a rename: whoever comes second must not replace keys that are in use already.
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its content counts.
        } catch (UnsupportedOperationException e) {
            Files.move(draft, path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
