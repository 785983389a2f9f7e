package io.examledger.platform.crypto;

import io.examledger.kernel.account.AccountId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of wrapped data keys, one a person. */
final class PersonKeys {
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty if there never was a key, or it has been destroyed. */
    Optional<byte[]> find(AccountId person) {
        return jdbc.sql("select wrapped_key from vault.person_key where person = :person and wrapped_key is not null")
                .param("person", person.value())
                .query(byte[].class)
                .optional();
    }

    /** Keeps the key unless the person has, or had, one. */
    void addIfNone(AccountId person, byte[] wrapped) {
        jdbc.sql("""
                        insert into vault.person_key (person, wrapped_key, created_at)
                        values (:person, :wrapped, :now)
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("wrapped", wrapped)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Leaves a row without a key, so that the person never gets another one. */
    void destroy(AccountId person) {
        String[] statements = {"""
            insert into vault.person_key (person, created_at, destroyed_at)
            values (:person, :now, :now)
            on conflict do nothing
            """, """
            update vault.person_key
            set wrapped_key = null, destroyed_at = :now
            where person = :person and wrapped_key is not null
            """};
        for (String sql : statements) {
            jdbc.sql(sql)
                    .param("person", person.value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
