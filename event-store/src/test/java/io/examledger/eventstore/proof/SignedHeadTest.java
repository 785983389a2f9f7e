package io.examledger.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("AUD-4 a head is signed as a C2SP checkpoint")
class SignedHeadTest {
    /** The example of Go's package note, which the signed notes of C2SP come from. */
    private static final String KNOWN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String KNOWN_TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String KNOWN_SIGNATURE =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

    private final Signers signers = new Signers("example.com/log");
    private final Head head = new Head(
            "example.com/log",
            3,
            MerkleTree.leaf(new byte[] {1}),
            MerkleTree.leaf(new byte[] {2}),
            Instant.parse("2026-11-22T00:00:00.000123Z"));

    @Test
    void a_known_signed_note_is_verified() {
        VerifierKey key = VerifierKey.parse(KNOWN_KEY);
        byte[] signature = Base64.getDecoder().decode(KNOWN_SIGNATURE);

        assertThat(key.id()).isEqualTo("c74f20a3");
        assertThat(key.verifies(KNOWN_TEXT, Arrays.copyOfRange(signature, 4, signature.length)))
                .isTrue();
        assertThat(key.verifies(KNOWN_TEXT + "\n", Arrays.copyOfRange(signature, 4, signature.length)))
                .isFalse();
    }

    @Test
    void the_checkpoint_has_the_lines_of_the_specification() {
        SignedHead signed = signers.first().sign(head);

        assertThat(signed.isGenuine()).isTrue();
        assertThat(signed.checkpoint().lines())
                .hasSize(7)
                .startsWith(
                        "example.com/log",
                        "3",
                        head.rootHash().base64(),
                        "chain " + head.chainHash().base64(),
                        "recorded 2026-11-22T00:00:00.000123Z",
                        "");
        assertThat(signed.checkpoint()).endsWith("\n").contains("\n\u2014 example.com/log ");
        assertThat(SignedHead.ofCheckpoint(
                        signed.checkpoint(), List.of(signers.second().key(), signed.key())))
                .isEqualTo(signed);
    }

    @Test
    void a_signature_of_another_key_or_another_head_is_not_genuine() {
        SignedHead signed = signers.first().sign(head);
        Head longer = new Head(head.origin(), 4, head.rootHash(), head.chainHash(), head.recordedAt());

        assertThat(new SignedHead(longer, signed.key(), signed.signature()).isGenuine())
                .isFalse();
        assertThat(new SignedHead(head, signers.second().key(), signed.signature()).isGenuine())
                .isFalse();
        assertThatThrownBy(() -> SignedHead.ofCheckpoint(
                        signed.checkpoint(), List.of(signers.second().key())))
                .hasMessageContaining("not signed by");
    }

    @Test
    void the_head_of_another_log_is_not_genuine_whoever_signed_it() {
        Head other = new Head("example.com/other", 3, head.rootHash(), head.chainHash(), head.recordedAt());

        assertThat(signers.first().sign(other).isGenuine()).isFalse();
    }

    @Test
    void keys_that_are_no_pair_sign_nothing() {
        assertThatThrownBy(() -> signers.mixed()).hasMessageContaining("not that of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name+00000000+AQ==",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void what_is_no_key_is_refused(String written) {
        assertThatThrownBy(() -> VerifierKey.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
