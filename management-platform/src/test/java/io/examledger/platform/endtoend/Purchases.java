package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies bought and did while nodes were killed, and what they were told. */
final class Purchases {
    private static final int MANY = 20;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Request ids of all accepted commands, to be added to. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** ORD-7, AUD-1. */
    void assertKept(JdbcClient log) {
        assertThat(acknowledged).as("the load was real").hasSizeGreaterThan(MANY);
        Await.until(() -> unissued(log), List::isEmpty);
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(log.sql("select distinct metadata::jsonb ->> 'correlationId' from ledger.event")
                .query(String.class)
                .set());
        assertThat(lost).as("acknowledged, but not in the log").isEmpty();
    }

    /** Paid orders whose number of codes in the log is not what was bought. */
    private static List<String> unissued(JdbcClient log) {
        return log.sql("""
                        select paid.aggregate_id || ' has ' || count(code.position)
                        from ledger.event paid
                        left join ledger.event code
                          on code.type = 'redeem-code.issued'
                          and code.payload::jsonb ->> 'orderId' = paid.aggregate_id
                        where paid.type = 'order.purchased'
                        group by paid.aggregate_id, paid.payload
                        having count(code.position) <> (paid.payload::jsonb ->> 'quantity')::int""").query(String.class).list();
    }
}
