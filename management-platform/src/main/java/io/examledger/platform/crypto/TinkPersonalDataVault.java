package io.examledger.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.platform.crypto.KeyRing.Purpose;
import java.time.Duration;
import java.util.Optional;

/**
 * Personal data under a key of each person's own (AUD-5). The keys lie in the database, wrapped by the installation's
 * key, so that neither a database dump nor the key file alone gives a name away.
 */
public final class TinkPersonalDataVault implements PersonalDataVault {
    /** How long another node may still read a person's data after the key was destroyed here. */
    static final Duration CACHED = Duration.ofMinutes(5);

    private static final int CACHED_KEYS = 10_000;

    private final Aead master;
    private final KeyedDigest digest;
    private final PersonKeys keys;
    private final Cache<AccountId, Aead> cache = Caffeine.newBuilder()
            .maximumSize(CACHED_KEYS)
            .expireAfterWrite(CACHED)
            .build();

    TinkPersonalDataVault(KeyRing ring, PersonKeys keys) {
        this.master = ring.aead(Purpose.PERSON_KEYS);
        this.digest = ring.digest(Purpose.PERSONAL_DIGEST);
        this.keys = keys;
    }

    /** @throws IllegalStateException if the person has been erased */
    @Override
    public String seal(String clear, AccountId person) {
        Aead key = keyOf(person).orElseGet(() -> newKey(person));
        return Sealing.seal(key, clear, person.value().getBytes(UTF_8));
    }

    @Override
    public Optional<String> open(String sealed, AccountId person) {
        return keyOf(person).map(key -> Sealing.open(key, sealed, person.value().getBytes(UTF_8)));
    }

    @Override
    public String digest(String clear) {
        return digest.of(clear.getBytes(UTF_8));
    }

    /** Destroys the person's key: what was sealed with it can never be read again, backups of the log included. */
    public void destroy(AccountId person) {
        keys.destroy(person);
        cache.invalidate(person);
    }

    private Optional<Aead> keyOf(AccountId person) {
        // The cache loads under its own lock: a key that is being destroyed cannot slip in again behind it.
        return Optional.ofNullable(cache.get(
                person, p -> keys.find(p).map(wrapped -> unwrap(wrapped, p)).orElse(null)));
    }

    private Aead newKey(AccountId person) {
        byte[] wrapped = Tink.call(() -> TinkProtoKeysetFormat.serializeEncryptedKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                master,
                person.value().getBytes(UTF_8),
                RegistryConfiguration.get()));
        keys.addIfNone(person, wrapped);
        // Read again: two nodes may have made one, and only the first one counts.
        return keyOf(person).orElseThrow(() -> new IllegalStateException("the person's data has been erased"));
    }

    private Aead unwrap(byte[] wrapped, AccountId person) {
        return Tink.call(() -> TinkProtoKeysetFormat.parseEncryptedKeyset(
                        wrapped, master, person.value().getBytes(UTF_8), RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class));
    }
}
