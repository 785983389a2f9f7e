package io.examledger.query.accounts;

import io.examledger.kernel.account.AccountEvent;
import io.examledger.kernel.account.Verification;
import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Accounts with their sealed names: ciphertext goes in, and only an answer takes clear text out (AUD-5). */
public final class AccountProjection implements Projection {
    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<String> tables() {
        return List.of("account");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof AccountEvent event ? Optional.of(event.accountId()) : Optional.empty();
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        List<MapSqlParameterSource> registered = new ArrayList<>();
        Map<String, MapSqlParameterSource> verified = new LinkedHashMap<>();
        Map<String, MapSqlParameterSource> written = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            switch ((AccountEvent) event.payload()) {
                case AccountEvent.Registered e -> registered.add(row(e, event.position()));
                case AccountEvent.Verified e ->
                    verified.put(
                            e.accountId(),
                            new MapSqlParameterSource("accountId", e.accountId())
                                    .addValue("verification", e.level().name()));
                case AccountEvent.Identified e -> {}
                case AccountEvent.LanguageChosen e ->
                    written.put(
                            e.accountId(),
                            new MapSqlParameterSource("accountId", e.accountId())
                                    .addValue("language", e.language().wireName()));
            }
        }
        rows.write("""
                insert into read_model.account (account_id, kind, parent, name, verification, position)
                values (:accountId, :kind, :parent, :name, :verification, :position)
                """, registered);
        rows.write("""
                update read_model.account
                set verification = :verification
                where account_id = :accountId
                """, verified.values());
        rows.write("""
                update read_model.account
                set language = :language
                where account_id = :accountId
                """, written.values());
    }

    private static MapSqlParameterSource row(AccountEvent.Registered e, long position) {
        return new MapSqlParameterSource("accountId", e.accountId())
                .addValue("kind", e.kind().name())
                .addValue("parent", e.parent())
                .addValue("name", e.name())
                .addValue("verification", Verification.NONE.name())
                .addValue("position", position);
    }
}
