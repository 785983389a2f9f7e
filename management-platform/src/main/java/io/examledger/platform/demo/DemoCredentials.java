package io.examledger.platform.demo;

import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.identity.Identifiers;
import io.examledger.platform.files.PrivateFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The credentials file: made with random secrets at the first start, read at every later one. */
public final class DemoCredentials {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final Map<String, Role> NAMES = names();

    private final PrivateFile file;
    private final List<DemoAccount> accounts;

    private record Entry(
            String clientId,
            String clientSecret,
            String username,
            String password,
            @Nullable String accountId) {}

    private DemoCredentials(PrivateFile file, List<DemoAccount> accounts) {
        this.file = file;
        this.accounts = accounts;
    }

    /** @throws java.io.UncheckedIOException if the directory cannot be written */
    static DemoCredentials readOrCreate(Path dataDir, Identifiers identifiers) {
        PrivateFile file = new PrivateFile(dataDir.resolve("demo-credentials.json"));
        byte[] content = file.readOrCreate(() -> fresh(identifiers));
        Map<String, Entry> entries = JSON.readValue(content, new TypeReference<>() {});
        return new DemoCredentials(
                file,
                entries.entrySet().stream()
                        .map(entry -> accountOf(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** Where the secrets are. */
    public Path path() {
        return file.path();
    }

    public List<DemoAccount> accounts() {
        return accounts;
    }

    private static DemoAccount accountOf(String name, Entry entry) {
        Role role = NAMES.get(name);
        if (role == null) {
            throw new IllegalStateException("the demo credentials name an account that does not exist: " + name);
        }
        return new DemoAccount(
                name,
                role,
                Optional.ofNullable(entry.accountId()).map(AccountId::new),
                entry.clientId(),
                entry.clientSecret());
    }

    private static byte[] fresh(Identifiers identifiers) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        NAMES.forEach((name, role) -> {
            boolean staff = role == Role.OPERATOR || role == Role.AUDITOR;
            entries.put(name, new Entry("demo-" + name, secret(), name, secret(), staff ? null : identifiers.next()));
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, Role> names() {
        Map<String, Role> names = new LinkedHashMap<>();
        names.put("enterprise", Role.ENTERPRISE);
        names.put("enterprise2", Role.ENTERPRISE);
        names.put("examinee", Role.EXAMINEE);
        names.put("examinee2", Role.EXAMINEE);
        names.put("operator", Role.OPERATOR);
        names.put("auditor", Role.AUDITOR);
        return names;
    }
}
