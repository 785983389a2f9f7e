package io.examledger.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.examledger.platform.files.PrivateFile;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The embedded issuer's key: made once, kept in the data directory, so that tokens outlive a restart. On P-256, because
 * an RSA key takes seconds to find when everything is cold.
 */
final class SigningKey {
    private SigningKey() {}

    static ECKey readOrCreate(Path dataDir) {
        PrivateFile file = new PrivateFile(dataDir.resolve("signing-key.json"));
        try {
            return ECKey.parse(new String(file.readOrCreate(SigningKey::fresh), UTF_8));
        } catch (ParseException e) {
            // Without its cause, which would quote the key.
            throw new IllegalStateException(
                    file.path() + " holds no key on P-256: delete it, and all tokens become invalid");
        }
    }

    private static byte[] fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("no P-256 on this machine", e);
        }
    }
}
