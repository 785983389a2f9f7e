package io.examledger.query.redeemcodes;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * By how much events change the numbers of codes in each status (COD-11a). Each event says by itself from where to where
 * its code goes, so the numbers add up to those issued at every moment, and regeneration changes none.
 */
public final class StatusCounts {
    private final Map<RedeemCodeStatus, Integer> changes = new EnumMap<>(RedeemCodeStatus.class);
    private int issued;

    /** Whether the event changes a number. */
    public static boolean isCounted(RedeemCodeEvent event) {
        return !(event instanceof RedeemCodeEvent.Regenerated
                || event instanceof RedeemCodeEvent.Frozen
                || event instanceof RedeemCodeEvent.Released
                || event instanceof RedeemCodeEvent.OutlivedOrder);
    }

    public void count(RedeemCodeEvent event) {
        switch (event) {
            case RedeemCodeEvent.Issued e -> {
                issued++;
                change(RedeemCodeStatus.UNUSED, 1);
            }
            case RedeemCodeEvent.Bound e -> move(RedeemCodeStatus.UNUSED, RedeemCodeStatus.BOUND);
            case RedeemCodeEvent.Unbound e -> move(RedeemCodeStatus.BOUND, RedeemCodeStatus.UNUSED);
            case RedeemCodeEvent.Regenerated e -> {}
            case RedeemCodeEvent.Frozen e -> {}
            case RedeemCodeEvent.Released e -> {}
            case RedeemCodeEvent.OutlivedOrder e -> {}
            case RedeemCodeEvent.Refunded e -> move(RedeemCodeStatus.UNUSED, RedeemCodeStatus.REFUNDED);
            case RedeemCodeEvent.Expired e -> move(e.from(), RedeemCodeStatus.EXPIRED);
            case RedeemCodeEvent.Scheduled e -> move(RedeemCodeStatus.BOUND, RedeemCodeStatus.SCHEDULED);
            case RedeemCodeEvent.Unscheduled e -> move(RedeemCodeStatus.SCHEDULED, e.status());
            case RedeemCodeEvent.Completed e -> move(RedeemCodeStatus.SCHEDULED, RedeemCodeStatus.COMPLETED);
        }
    }

    private void move(RedeemCodeStatus from, RedeemCodeStatus to) {
        change(from, -1);
        change(to, 1);
    }

    private void change(RedeemCodeStatus status, int by) {
        changes.merge(status, by, Integer::sum);
    }

    /**
     * The same of one event, by column; statuses that it leaves alone are missing, and all are if it is not counted.
     *
     * @param issued the column for those issued; each status has one of its name in lower case
     */
    public static Map<String, Integer> of(RedeemCodeEvent event, String issued) {
        StatusCounts counts = new StatusCounts();
        counts.count(event);
        Map<String, Integer> columns = new HashMap<>();
        counts.changes.forEach((status, by) -> columns.put(column(status), by));
        if (counts.issued > 0) {
            columns.put(issued, counts.issued);
        }
        return columns;
    }

    private static String column(RedeemCodeStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Adds {@code issued} and one value for each status, named in lower case. */
    public MapSqlParameterSource addTo(MapSqlParameterSource row) {
        row.addValue("issued", issued);
        for (RedeemCodeStatus status : RedeemCodeStatus.values()) {
            row.addValue(column(status), changes.getOrDefault(status, 0));
        }
        return row;
    }
}
