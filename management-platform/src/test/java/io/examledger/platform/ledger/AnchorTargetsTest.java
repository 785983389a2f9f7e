package io.examledger.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.HashChain;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.proof.HeadSigner;
import io.examledger.eventstore.proof.SignedHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorTargetsTest {
    private static final Instant NOW = Instant.parse("2027-01-10T09:30:00Z");
    private final HeadSigner signer =
            LedgerKey.signer("test", new String(LedgerKey.generate(), StandardCharsets.US_ASCII));

    private Anchor anchor(long size) {
        Hash hash = Hash.of(HashChain.genesis());
        return new Anchor(signer.sign(new Head("test", size, hash, hash, NOW)), NOW);
    }

    @Test
    void the_file_gets_a_line_for_each_head_as_the_offline_verifier_reads_it(@TempDir Path directory)
            throws IOException {
        Path file = directory.resolve("made/when/needed.jsonl");
        AnchorFile target = new AnchorFile(file);
        target.deliver(anchor(1));
        target.deliver(anchor(2));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(SignedHead.ofJson(line).isGenuine()).isTrue();
            assertThat(line).contains("\"anchoredAt\":\"2027-01-10T09:30:00Z\"");
        });
        assertThat(SignedHead.ofJson(lines.getLast())).isEqualTo(anchor(2).signed());
    }

    @Test
    void a_line_that_a_crash_left_half_written_is_written_over(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("heads.jsonl");
        AnchorFile target = new AnchorFile(file);
        target.deliver(anchor(1));
        Files.writeString(file, "{\"size\": 2, ".repeat(1_000), StandardOpenOption.APPEND);
        target.deliver(anchor(2));

        assertThat(Files.readAllLines(file))
                .extracting(line -> SignedHead.ofJson(line).head().size())
                .containsExactly(1L, 2L);
    }

    @Test
    void a_file_that_cannot_be_written_is_a_failure(@TempDir Path directory) {
        assertThatThrownBy(() -> new AnchorFile(directory).deliver(anchor(1))).isInstanceOf(IOException.class);
    }

    @Test
    void the_webhook_gets_each_head_under_a_key_of_its_own() throws IOException {
        List<String> received = new ArrayList<>();
        int[] status = {204};
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/heads", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        server.start();
        try {
            URI webhook = URI.create("http://localhost:" + server.getAddress().getPort() + "/heads");
            AnchorWebhook target = new AnchorWebhook(webhook, "secret", Duration.ofSeconds(10));
            target.deliver(anchor(7));
            assertThat(received).singleElement().satisfies(request -> {
                String key = "ledger-head-" + signer.key().id() + "-7 Bearer secret ";
                assertThat(request).startsWith(key);
                assertThat(SignedHead.ofJson(request.substring(key.length())))
                        .isEqualTo(anchor(7).signed());
            });
            status[0] = 500;
            assertThatThrownBy(() -> target.deliver(anchor(7)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("500");
        } finally {
            server.stop(0);
        }
        AnchorWebhook gone = new AnchorWebhook(
                URI.create("http://localhost:" + server.getAddress().getPort()), null, Duration.ofSeconds(5));
        assertThatThrownBy(() -> gone.deliver(anchor(7))).isInstanceOf(IOException.class);
    }
}
