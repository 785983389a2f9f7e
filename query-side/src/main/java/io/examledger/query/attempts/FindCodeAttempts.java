package io.examledger.query.attempts;

import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.query.Instants;
import io.examledger.query.Moment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads what redeem codes were used for (COD-5, COD-7). */
public final class FindCodeAttempts {
    private final NamedParameterJdbcTemplate jdbc;
    private final Moment moment;

    public FindCodeAttempts(NamedParameterJdbcTemplate jdbc, Moment moment) {
        this.jdbc = jdbc;
        this.moment = moment;
    }

    /** By code; a code without an appointment has none. */
    public Map<String, CodeAttempt> of(Collection<String> redeemCodes) {
        Map<String, CodeAttempt> attempts = new HashMap<>();
        jdbc.query(
                """
                select redeem_code_id, appointment_id, delivery_mode, starts_at, ends_at, status,
                  outcome, score, released_at
                from %s attempt
                where redeem_code_id in (:codes) and status not in ('CANCELLED', 'INTERRUPTED')
                order by position
                """.formatted(moment.rowsOf(AttemptProjection.ATTEMPTS)),
                new MapSqlParameterSource("codes", redeemCodes),
                row -> {
                    attempts.put(
                            row.getString("redeem_code_id"),
                            new CodeAttempt(
                                    new CodeAttempt.Appointment(
                                            row.getString("appointment_id"),
                                            DeliveryMode.valueOf(row.getString("delivery_mode")),
                                            Instants.required(row, "starts_at"),
                                            Instants.required(row, "ends_at"),
                                            AttemptStatus.valueOf(row.getString("status"))),
                                    AttemptRow.result(row)));
                });
        return attempts;
    }
}
