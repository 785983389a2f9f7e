package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final RedeemCodeId ID = new RedeemCodeId("order-0000001");
    private final KeyRing keys = KeyRing.generate();
    private final TinkCodeStringVault codes = new TinkCodeStringVault(keys);
    private final ReceiptVault receipts = new ReceiptVault(keys);

    @Test
    @DisplayName("COD-10 a sealed code string opens for its own code only and shows nothing")
    void a_sealed_code_string_opens_for_its_own_code_only() {
        CodeString code = codes.generate();
        String sealed = codes.seal(code, ID);
        assertThat(sealed).doesNotContain(code.normalised()).isNotEqualTo(codes.seal(code, ID));
        assertThat(codes.open(sealed, ID)).isEqualTo(code);
        assertThatIllegalStateException().isThrownBy(() -> codes.open(sealed, new RedeemCodeId("order-0000002")));
    }

    @Test
    @DisplayName("COD-10 the digest is the same for the same string and another under other keys")
    void the_digest_is_keyed() {
        CodeString code = codes.generate();
        CodeString typed = CodeString.parse(code.grouped().toLowerCase(java.util.Locale.ROOT));
        assertThat(codes.digest(typed)).isEqualTo(codes.digest(code)).hasSize(43);
        assertThat(new TinkCodeStringVault(KeyRing.generate()).digest(code)).isNotEqualTo(codes.digest(code));
    }

    @Test
    @DisplayName("COD-10 every generated string is another one")
    void generated_strings_differ() {
        Set<CodeString> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(seen.add(codes.generate())).isTrue();
        }
    }

    @Test
    void a_key_file_opens_what_it_sealed_before_and_after_a_rotation() {
        CodeString code = codes.generate();
        String sealed = codes.seal(code, ID);
        KeyRing rotated = KeyRing.parse(KeyRing.parse(keys.toJson()).rotated().toJson());
        TinkCodeStringVault after = new TinkCodeStringVault(rotated);
        assertThat(after.open(sealed, ID)).isEqualTo(code);
        assertThat(after.digest(code)).isEqualTo(codes.digest(code));
        String sealedAfter = after.seal(code, ID);
        assertThatIllegalStateException().isThrownBy(() -> codes.open(sealedAfter, ID));
    }

    @Test
    void a_receipt_opens_for_its_caller_and_key_only() {
        byte[] sealed = receipts.seal("answer".getBytes(UTF_8), "ab", "c");
        assertThat(receipts.open(sealed, "ab", "c")).isEqualTo("answer".getBytes(UTF_8));
        assertThatIllegalStateException().isThrownBy(() -> receipts.open(sealed, "a", "bc"));
    }

    @Test
    void a_fingerprint_tells_requests_apart_byte_for_byte() {
        RequestFingerprint fingerprint = new RequestFingerprint(keys);
        String one = fingerprint.of("POST", "/a", new byte[] {1});
        assertThat(fingerprint.of("POST", "/a", new byte[] {1})).isEqualTo(one);
        assertThat(Set.of(
                        one,
                        fingerprint.of("PUT", "/a", new byte[] {1}),
                        fingerprint.of("POST", "/b", new byte[] {1}),
                        fingerprint.of("POST", "/a", new byte[] {2})))
                .hasSize(4);
    }

    @Test
    void a_damaged_key_file_is_refused_without_showing_it() {
        String damaged = new String(keys.toJson(), UTF_8).replace("keyData", "secretKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.parse(damaged.getBytes(UTF_8)))
                .withNoCause()
                .withMessageNotContaining("secretKey");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.parse("{".getBytes(UTF_8)));
    }
}
