package io.examledger.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All key material of an installation: one Tink keyset for each purpose, together in one JSON document. A keyset holds
 * the key in use and the older ones that still open what they sealed.
 */
public final class KeyRing {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a keyset is for; its lower-case name with hyphens is its name in the document. */
    enum Purpose {
        /** Finds codes. Cannot be rotated: every digest ever stored depends on it. */
        CODE_DIGEST(PredefinedPrfParameters.HMAC_SHA256_PRF),
        CODE_STRING(PredefinedAeadParameters.AES256_GCM),
        PERSON_KEYS(PredefinedAeadParameters.AES256_GCM),
        /** Tells whether two people gave the same email address. Not rotated, like the other digests. */
        PERSONAL_DIGEST(PredefinedPrfParameters.HMAC_SHA256_PRF),
        RECEIPTS(PredefinedAeadParameters.AES256_GCM),
        /** Tells a repeated request from another one. Not rotated, so that repeats are known after a rotation. */
        REQUEST_FINGERPRINT(PredefinedPrfParameters.HMAC_SHA256_PRF);

        private final Parameters parameters;

        Purpose(Parameters parameters) {
            this.parameters = parameters;
        }

        private String documentName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean rotates() {
            return parameters.equals(PredefinedAeadParameters.AES256_GCM);
        }
    }

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Map<Purpose, KeysetHandle> keysets;

    private KeyRing(Map<Purpose, KeysetHandle> keysets) {
        this.keysets = keysets;
    }

    /** Fresh keys for every purpose. */
    public static KeyRing generate() {
        Map<Purpose, KeysetHandle> keysets = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            keysets.put(
                    purpose,
                    Tink.call(() -> KeysetHandle.generateNew(purpose.parameters, RegistryConfiguration.get())));
        }
        return new KeyRing(keysets);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException if it is no key file; the message never shows its content
     */
    public static KeyRing parse(byte[] json) {
        Map<Purpose, KeysetHandle> keysets = new EnumMap<>(Purpose.class);
        try {
            JsonNode document = JSON.readTree(json);
            for (Purpose purpose : Purpose.values()) {
                String keyset = JSON.writeValueAsString(document.path(purpose.documentName()));
                keysets.put(
                        purpose,
                        TinkJsonProtoKeysetFormat.parseKeyset(
                                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            }
        } catch (JacksonException | GeneralSecurityException e) {
            // Without its cause: parsers quote what they could not read, and that is key material here.
            throw new IllegalArgumentException("the key file is not one that 'generate-keys' wrote, or it is damaged");
        }
        return new KeyRing(keysets);
    }

    /** The same keys with a new one in use wherever that is possible; the old ones still open what they sealed. */
    public KeyRing rotated() {
        Map<Purpose, KeysetHandle> rotated = new EnumMap<>(keysets);
        rotated.replaceAll((purpose, keyset) -> purpose.rotates() ? withNewPrimary(keyset, purpose) : keyset);
        return new KeyRing(rotated);
    }

    private static KeysetHandle withNewPrimary(KeysetHandle keyset, Purpose purpose) {
        return Tink.call(() -> KeysetHandle.newBuilder(keyset)
                .setConfiguration(RegistryConfiguration.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(purpose.parameters)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** The document, in clear: it belongs into a file only its owner can read, or a secret store. */
    public byte[] toJson() {
        ObjectNode document = JSON.createObjectNode();
        keysets.forEach((purpose, keyset) -> document.set(
                purpose.documentName(),
                JSON.readTree(Tink.call(() -> TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())))));
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(document)
                .getBytes(StandardCharsets.UTF_8);
    }

    Aead aead(Purpose purpose) {
        return Tink.call(() -> keyset(purpose).getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    KeyedDigest digest(Purpose purpose) {
        return new KeyedDigest(
                Tink.call(() -> keyset(purpose).getPrimitive(RegistryConfiguration.get(), PrfSet.class)));
    }

    private KeysetHandle keyset(Purpose purpose) {
        KeysetHandle keyset = keysets.get(purpose);
        if (keyset == null) {
            throw new IllegalStateException("no keyset for " + purpose);
        }
        return keyset;
    }
}
