package io.examledger.eventstore.proof;

import static io.examledger.eventstore.proof.Export.assertIntact;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.proof.Export.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("AUD-4 the offline verifier believes only heads that the right key has signed")
class VerifierTrustTest {
    private static final List<LoggedEvent> TRUE_LOG = Chain.of(40, "{\"text\":\"true\"}");

    private Export export;
    private Path log;
    private Path head;

    @BeforeEach
    void keep_a_head(@TempDir Path directory) {
        export = new Export(directory);
        log = export.log("log.jsonl", TRUE_LOG);
        head = export.head("head.json", TRUE_LOG);
    }

    @Test
    void heads_of_an_earlier_key_are_believed_if_that_is_given_too() {
        SignedHead earlier = export.signers.second().sign(Chain.head(TRUE_LOG.subList(0, 30)));
        Path older = export.file("older.json", Chain.json(earlier));

        assertIntact(export.verify(log, head, "--older-head", older, "--key", export.key(), "--key", earlier.key()));
        assertDistrusted(
                export.verify(log, head, "--older-head", older, "--key", export.key()), "signed by another key");
    }

    @Test
    void a_head_with_a_wrong_signature_or_of_another_key_is_not_believed() {
        SignedHead forged = new SignedHead(
                Chain.head(TRUE_LOG.subList(0, 30)),
                export.signers.first().key(),
                export.signers.first().sign(Chain.head(TRUE_LOG)).signature());
        assertDistrusted(export.verify(log, export.file("forged.json", Chain.json(forged))), "wrong signature");

        SignedHead strange = export.signers.second().sign(Chain.head(TRUE_LOG));
        Path strangers = export.file("strange.json", Chain.json(strange));
        assertIntact(export.verify(log, strangers));
        assertDistrusted(export.verify(log, strangers, "--key", export.key()), "signed by another key");
        assertDistrusted(export.verify(log, head, "--older-head", strangers), "signed by another key");

        String contradicting =
                Chain.json(export.signers.first().sign(Chain.head(TRUE_LOG))).replace("\"size\": 40", "\"size\": 39");
        assertDistrusted(export.verify(log, export.file("odd.json", contradicting)), "not what its checkpoint says");
    }

    private static void assertDistrusted(Said said, String why) {
        assertThat(said.text()).contains("BROKEN: ").contains(why);
        assertThat(said.code()).isOne();
    }

    @Test
    void a_checkpoint_serves_as_a_head_where_the_key_is_known() {
        Path checkpoint = export.file(
                "checkpoint.txt",
                export.signers.first().sign(Chain.head(TRUE_LOG)).checkpoint());
        Path key = export.file("key.txt", export.key() + "\n");

        assertIntact(export.verify(log, checkpoint, "--key", key));
        assertThat(export.verify(log, checkpoint).code()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_checked_ends_with_2() {

        assertThat(Export.run()).satisfies(said -> {
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.text()).contains("usage:");
        });
        assertThat(Export.run("verify", "--log", log.toString()).code()).isEqualTo(2);
        assertThat(Export.run("verify", "--logs", log.toString()).code()).isEqualTo(2);
        assertThat(Export.run("forge").code()).isEqualTo(2);
        assertThat(export.verify(log, Path.of("missing.json")).code()).isEqualTo(2);
        assertThat(export.verify(log, head, "--key", "no key").code()).isEqualTo(2);
    }
}
