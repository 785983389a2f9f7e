package io.examledger.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.examledger.platform.files.PrivateFile;
import java.nio.file.Path;
import java.text.ParseException;

/** The embedded issuer's key: made once, kept in the data directory, so that tokens outlive a restart. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey readOrCreate(Path dataDir) {
        PrivateFile file = new PrivateFile(dataDir.resolve("signing-key.json"));
        try {
            return RSAKey.parse(new String(file.readOrCreate(SigningKey::fresh), UTF_8));
        } catch (ParseException e) {
            // Without its cause, which would quote the key.
            throw new IllegalStateException(file.path() + " is damaged: delete it, and all tokens become invalid");
        }
    }

    private static byte[] fresh() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA on this machine", e);
        }
    }
}
