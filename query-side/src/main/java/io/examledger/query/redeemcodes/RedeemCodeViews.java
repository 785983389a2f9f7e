package io.examledger.query.redeemcodes;

import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.query.Instants;
import io.examledger.query.Moment;
import io.examledger.query.accounts.AccountNames;
import io.examledger.query.accounts.PersonView;
import io.examledger.query.attempts.CodeAttempt;
import io.examledger.query.attempts.FindCodeAttempts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Completes rows to what may be shown: code strings are opened for their owner alone. */
final class RedeemCodeViews {
    private final NamedParameterJdbcTemplate jdbc;
    private final CodeStringVault vault;
    private final AccountNames names;
    private final FindCodeAttempts attempts;
    private final Moment moment;

    RedeemCodeViews(NamedParameterJdbcTemplate jdbc, CodeStringVault vault, AccountNames names) {
        this(jdbc, vault, names, Moment.PRESENT);
    }

    private RedeemCodeViews(NamedParameterJdbcTemplate jdbc, CodeStringVault vault, AccountNames names, Moment moment) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.names = names;
        this.attempts = new FindCodeAttempts(jdbc, moment);
        this.moment = moment;
    }

    RedeemCodeViews at(Moment asked) {
        return new RedeemCodeViews(jdbc, vault, names, asked);
    }

    /** @param owner the asking enterprise; null for staff, who never see a code string */
    List<RedeemCodeView> of(List<RedeemCodeRow> rows, @Nullable String owner) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<RedeemCodeView.Replaced>> replaced = replaced(rows, owner);
        Map<String, String> holders = names.of(rows.stream()
                .map(RedeemCodeRow::holder)
                .filter(Objects::nonNull)
                .toList());
        Map<String, CodeAttempt> used =
                attempts.of(rows.stream().map(RedeemCodeRow::redeemCodeId).toList());
        return rows.stream()
                .map(row -> view(row, owner, holders, replaced, used.get(row.redeemCodeId())))
                .toList();
    }

    private RedeemCodeView view(
            RedeemCodeRow row,
            @Nullable String owner,
            Map<String, String> holders,
            Map<String, List<RedeemCodeView.Replaced>> replaced,
            @Nullable CodeAttempt attempt) {
        return new RedeemCodeView(
                row.redeemCodeId(),
                open(row.sealed(), row.redeemCodeId(), row.account().equals(owner)),
                row.subject(),
                row.orderId(),
                row.account(),
                row.status(),
                row.holder() == null ? null : new PersonView(row.holder(), holders.get(row.holder())),
                row.boundAt(),
                attempt == null ? null : attempt.appointment(),
                attempt == null ? null : attempt.result(),
                row.validUntil(),
                replaced.getOrDefault(row.redeemCodeId(), List.of()));
    }

    private Map<String, List<RedeemCodeView.Replaced>> replaced(List<RedeemCodeRow> rows, @Nullable String owner) {
        Map<String, Boolean> own = new HashMap<>();
        rows.forEach(row -> own.put(row.redeemCodeId(), row.account().equals(owner)));
        Map<String, List<RedeemCodeView.Replaced>> replaced = new HashMap<>();
        jdbc.query(
                """
                select redeem_code_id, sealed, invalidated_at
                from %s replaced
                where redeem_code_id in (:codes)
                order by position desc
                """.formatted(moment.rowsOf("replaced_code_string")),
                new MapSqlParameterSource("codes", own.keySet()),
                row -> {
                    String id = row.getString("redeem_code_id");
                    replaced.computeIfAbsent(id, code -> new ArrayList<>())
                            .add(new RedeemCodeView.Replaced(
                                    open(row.getString("sealed"), id, Boolean.TRUE.equals(own.get(id))),
                                    Instants.required(row, "invalidated_at")));
                });
        return replaced;
    }

    private @Nullable String open(String sealed, String id, boolean owner) {
        return owner ? vault.open(sealed, new RedeemCodeId(id)).grouped() : null;
    }
}
