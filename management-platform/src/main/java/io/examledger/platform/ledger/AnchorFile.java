package io.examledger.platform.ledger;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** One line of JSON for each head, forced to the disk. Nothing that was written in full is ever touched again. */
final class AnchorFile implements AnchorTarget {
    private static final byte END = '\n';
    private final Path path;
    private final JsonMapper json = new JsonMapper();

    AnchorFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void deliver(Anchor anchor) throws IOException {
        Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        byte[] line = (json.writeValueAsString(HeadView.of(anchor)) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE)) {
            channel.position(endOfLastLine(channel));
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.truncate(channel.position());
            channel.force(true);
        }
    }

    /** What a crash left half written is written over. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == END) {
                return end;
            }
        }
        return 0;
    }
}
