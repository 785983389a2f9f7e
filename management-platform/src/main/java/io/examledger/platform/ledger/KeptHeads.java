package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.SignedHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a file of heads says of the log, beside the database. Of a file that grows only what is new is read. */
final class KeptHeads {
    private static final byte END = '\n';
    private final Path path;
    private final Set<Long> sizes = new HashSet<>();
    private Optional<SignedHead> largest = Optional.empty();
    private long readUpTo;

    KeptHeads(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * @param heads how many different ones there are
     * @param largest the one of most events, wherever it stands; the first of them if there are several
     */
    record Found(int heads, Optional<SignedHead> largest) {}

    Path path() {
        return path;
    }

    /**
     * @throws IOException if there is a file and it cannot be read
     * @throws IllegalArgumentException if a line is no head
     */
    synchronized Found read() throws IOException {
        if (Files.notExists(path)) {
            forget();
            return new Found(0, largest);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() < readUpTo) {
                forget();
            }
            byte[] lines = wholeLines(channel);
            new String(lines, StandardCharsets.UTF_8).lines().forEach(this::add);
            readUpTo += lines.length;
        }
        return new Found(sizes.size(), largest);
    }

    private void forget() {
        sizes.clear();
        largest = Optional.empty();
        readUpTo = 0;
    }

    /** Those that have not been read; what is still being written has no end yet. */
    private byte[] wholeLines(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - readUpTo));
        while (bytes.hasRemaining() && channel.read(bytes, readUpTo + bytes.position()) >= 0) {
            // The rest comes with the next read.
        }
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != END) {
            end--;
        }
        return Arrays.copyOf(bytes.array(), end);
    }

    private void add(String line) {
        SignedHead head = SignedHead.ofJson(line);
        sizes.add(head.head().size());
        if (largest.isEmpty() || head.head().size() > largest.get().head().size()) {
            largest = Optional.of(head);
        }
    }
}
