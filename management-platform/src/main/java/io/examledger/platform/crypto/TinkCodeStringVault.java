package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.voucher.VoucherId;
import io.examledger.platform.crypto.KeyRing.Purpose;
import java.security.SecureRandom;

/** Code strings under the installation's keys (COD-10). */
final class TinkCodeStringVault implements CodeStringVault {
    private final SecureRandom random = new SecureRandom();
    private final KeyedDigest digest;
    private final Aead aead;

    TinkCodeStringVault(KeyRing keys) {
        this.digest = keys.digest(Purpose.CODE_DIGEST);
        this.aead = keys.aead(Purpose.CODE_STRING);
    }

    @Override
    public CodeString generate() {
        byte[] bytes = new byte[CodeString.RANDOM_CHARACTERS];
        random.nextBytes(bytes);
        return CodeString.ofRandom(bytes);
    }

    @Override
    public String digest(CodeString code) {
        return digest.of(code.normalised().getBytes(UTF_8));
    }

    @Override
    public String seal(CodeString code, RedeemCodeId id) {
        return Sealing.seal(aead, code.normalised(), id.value().getBytes(UTF_8));
    }

    /** No id of a redeem code has a colon, so that neither seal opens as the other. */
    @Override
    public String seal(CodeString code, VoucherId id) {
        return Sealing.seal(aead, code.normalised(), ("voucher:" + id.value()).getBytes(UTF_8));
    }

    @Override
    public CodeString open(String sealed, RedeemCodeId id) {
        return CodeString.parse(Sealing.open(aead, sealed, id.value().getBytes(UTF_8)));
    }
}
