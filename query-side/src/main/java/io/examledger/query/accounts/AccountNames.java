package io.examledger.query.accounts;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonName;
import io.examledger.kernel.personal.PersonalDataVault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Opens names for an answer. The caller of this has made sure that the asker may see them. */
public final class AccountNames {
    private final NamedParameterJdbcTemplate jdbc;
    private final PersonalDataVault vault;
    private final JsonMapper json;

    public AccountNames(NamedParameterJdbcTemplate jdbc, PersonalDataVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** Full names by account id. A person who has been erased has none, nor has an account that is not known yet. */
    public Map<String, String> of(Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
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
