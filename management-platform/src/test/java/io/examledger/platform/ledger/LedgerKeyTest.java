package io.examledger.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerKeyTest {
    /** The first example of RFC 8032, as PKCS#8. */
    private static final String KNOWN = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private static final String KNOWN_PUBLIC = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    @Test
    void the_public_key_of_a_known_private_key_is_found_in_every_form_it_is_written_in() {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + KNOWN + "\n-----END PRIVATE KEY-----\n";

        assertThat(LedgerKey.signer("test", KNOWN).key().key()).isEqualTo(KNOWN_PUBLIC);
        assertThat(LedgerKey.signer("test", pem).key().key()).isEqualTo(KNOWN_PUBLIC);
        assertThat(LedgerKey.signer("test", pem.replace("\n", "\r\n")).key().key())
                .isEqualTo(KNOWN_PUBLIC);
    }

    @Test
    void every_generated_key_is_another_one() {
        String one = new String(LedgerKey.generate(), StandardCharsets.US_ASCII);
        String other = new String(LedgerKey.generate(), StandardCharsets.US_ASCII);

        assertThat(LedgerKey.signer("test", one).key())
                .isNotEqualTo(LedgerKey.signer("test", other).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2VjcmV0", "-----BEGIN PRIVATE KEY-----", "secret not in base 64!"})
    void what_is_no_such_key_is_refused_and_not_shown(String written) {
        assertThatThrownBy(() -> LedgerKey.signer("test", written))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl genpkey")
                .hasMessageNotContaining("c2VjcmV0")
                .hasNoCause();
    }
}
