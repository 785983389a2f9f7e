package io.examledger.platform.endtoend;

import io.examledger.platform.testing.Http;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The overview's numbers of codes, folded from the log by the database alone (PLT-5). */
final class FoldedCodes {
    private final Map<String, Long> counts;

    FoldedCodes(JdbcClient log) {
        record Count(String status, long codes) {}
        counts = log.sql("""
                        select case type
                            when 'redeem-code.issued' then 'unused'
                            when 'redeem-code.unbound' then 'unused'
                            else substring(type from length('redeem-code.') + 1)
                          end as status,
                          count(*) as codes
                        from (
                          select distinct on (aggregate_id) type
                          from ledger.event
                          where aggregate_type = 'RedeemCode'
                            and type not in ('redeem-code.regenerated', 'redeem-code.frozen')
                          order by aggregate_id, sequence desc
                        ) last_step
                        group by 1""").query(Count.class).stream()
                .collect(Collectors.toMap(Count::status, Count::codes, Long::sum, TreeMap::new));
        counts.put("used", counts.getOrDefault("bound", 0L));
        counts.put(
                "purchased",
                log.sql("select count(*) from ledger.event where type = 'redeem-code.issued'")
                        .query(Long.class)
                        .single());
    }

    /** Waits for the read models, which may be a moment behind. */
    void assertShownBy(Http operator) {
        Await.until(
                () -> Exchange.of(200, operator.get("/api/overview")).json().required("redeemCodes"),
                shown -> counts.entrySet().stream()
                        .allMatch(count -> number(shown, count.getKey()) == count.getValue()));
    }

    private static long number(JsonNode codes, String field) {
        return codes.required(field).longValue();
    }
}
