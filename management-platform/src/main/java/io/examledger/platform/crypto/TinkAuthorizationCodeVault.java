package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.platform.crypto.KeyRing.Purpose;

/** Authorization codes under the keys of code strings, told from those by what they are bound to (APT-3). */
final class TinkAuthorizationCodeVault implements AuthorizationCodeVault {
    private static final byte[] KIND = "authorization-code".getBytes(UTF_8);

    private final CodeStringVault codes;
    private final KeyedDigest digest;
    private final Aead aead;

    TinkAuthorizationCodeVault(KeyRing keys, CodeStringVault codes) {
        this.codes = codes;
        this.digest = keys.digest(Purpose.CODE_DIGEST);
        this.aead = keys.aead(Purpose.CODE_STRING);
    }

    @Override
    public CodeString generate() {
        return codes.generate();
    }

    @Override
    public String digest(CodeString code, AppointmentId appointment) {
        return digest.of(Sealing.unambiguous(
                KIND, appointment.value().getBytes(UTF_8), code.normalised().getBytes(UTF_8)));
    }

    @Override
    public String seal(CodeString code, AppointmentId appointment) {
        return Sealing.seal(aead, code.normalised(), boundTo(appointment));
    }

    @Override
    public CodeString open(String sealed, AppointmentId appointment) {
        return CodeString.parse(Sealing.open(aead, sealed, boundTo(appointment)));
    }

    private static byte[] boundTo(AppointmentId appointment) {
        return Sealing.unambiguous(KIND, appointment.value().getBytes(UTF_8));
    }
}
