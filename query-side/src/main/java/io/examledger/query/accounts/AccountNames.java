package io.examledger.query.accounts;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import io.examledger.query.access.PersonalDataReads;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens names for an answer: the one place where personal data is opened, which therefore says whose (ACC-4). The caller of
 * this has made sure that the asker may see them.
 */
public final class AccountNames {
    private final NamedParameterJdbcTemplate jdbc;
    private final PersonalDataVault vault;
    private final JsonMapper json;
    private final PersonalDataReads reads;

    public AccountNames(
            NamedParameterJdbcTemplate jdbc, PersonalDataVault vault, JsonMapper json, PersonalDataReads reads) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.reads = reads;
    }

    /** Full names by account id. A person who has been erased has none, nor has an account that is not known yet. */
    public Map<String, String> of(Collection<String> accounts) {
        return shown(open(accounts));
    }

    /** Those of them that a search finds. The others are compared and shown to nobody. */
    public Map<String, String> found(Collection<String> accounts, NameSearch search) {
        Map<String, String> names = open(accounts);
        names.values().removeIf(name -> !search.finds(name));
        return shown(names);
    }

    private Map<String, String> shown(Map<String, String> names) {
        if (!names.isEmpty()) {
            reads.opened(names.keySet());
        }
        return names;
    }

    private Map<String, String> open(Collection<String> accounts) {
        Map<String, String> names = new HashMap<>();
        if (accounts.isEmpty()) {
            return names;
        }
        jdbc.query("""
                select account_id, name
                from read_model.account
                where account_id in (:accounts)
                """, new MapSqlParameterSource("accounts", Set.copyOf(accounts)), row -> {
            AccountId account = new AccountId(row.getString("account_id"));
            vault.open(row.getString("name"), account)
                    .ifPresent(clear -> names.put(
                            account.value(),
                            json.readValue(clear, PersonName.class).full()));
        });
        return names;
    }
}
