package io.examledger.query.redeemcodes;

import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.query.Instants;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.projection.Versioned;
import io.examledger.query.projection.VersionedTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** One row for each code, and one for each code string that was replaced (COD-4). */
public final class RedeemCodeProjection implements Versioned {
    public static final String NAME = "redeem-codes";
    /** The present code strings; replaced ones are added to a table of their own. */
    public static final VersionedTable CODES = new VersionedTable(
            "redeem_code",
            List.of("redeem_code_id"),
            List.of("order_id", "account_id", "subject", "valid_until", "position"),
            List.of("status", "digest", "sealed", "holder", "bound_at"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("redeem_code", "redeem_code_version", "replaced_code_string");
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof RedeemCodeEvent event ? Optional.of(event.redeemCodeId()) : Optional.empty();
    }

    @Override
    public List<VersionedTable> versionedTables() {
        return List.of(CODES);
    }

    /** That a code outlives its order changes nothing yet. */
    @Override
    public Stream<VersionedTable.Row> touches(Object payload) {
        return payload instanceof RedeemCodeEvent.OutlivedOrder
                ? Stream.empty()
                : sequenceOf(payload).stream().map(CODES::row);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        Changes changes = new Changes();
        for (RecordedEvent event : events) {
            changes.fold((RedeemCodeEvent) event.payload(), event.position(), event.recordedAt());
        }
        changes.write(rows);
    }

    /** Of a code that changes several times in a batch, only the last holder, status and string are written. */
    private static final class Changes {
        private final List<MapSqlParameterSource> issued = new ArrayList<>();
        private final Map<String, MapSqlParameterSource> holding = new LinkedHashMap<>();
        private final Map<String, MapSqlParameterSource> statuses = new LinkedHashMap<>();
        private final Map<String, MapSqlParameterSource> strings = new LinkedHashMap<>();
        private final List<MapSqlParameterSource> replaced = new ArrayList<>();

        void fold(RedeemCodeEvent event, long position, Instant recordedAt) {
            switch (event) {
                case RedeemCodeEvent.Issued e ->
                    issued.add(row(e, position)
                            .addValue("orderId", e.orderId())
                            .addValue("accountId", e.owner())
                            .addValue("subject", e.subject())
                            .addValue("status", RedeemCodeStatus.UNUSED.name())
                            .addValue("digest", e.digest())
                            .addValue("sealed", e.sealed())
                            .addValue("validUntil", Instants.toColumn(e.validUntil()))
                            .addValue("recordedAt", Instants.toColumn(recordedAt)));
                case RedeemCodeEvent.Bound e ->
                    held(e, position, RedeemCodeStatus.BOUND, e.holder(), e.registrationId(), e.boundAt());
                case RedeemCodeEvent.Unbound e -> held(e, position, RedeemCodeStatus.UNUSED, null, null, null);
                // Frozen codes are unused ones, for whoever looks at them.
                case RedeemCodeEvent.Frozen e -> held(e, position, RedeemCodeStatus.UNUSED, null, null, null);
                case RedeemCodeEvent.Released e -> held(e, position, RedeemCodeStatus.UNUSED, null, null, null);
                case RedeemCodeEvent.Refunded e -> held(e, position, RedeemCodeStatus.REFUNDED, null, null, null);
                case RedeemCodeEvent.Regenerated e -> {
                    strings.put(
                            e.redeemCodeId(),
                            row(e, position).addValue("digest", e.digest()).addValue("sealed", e.sealed()));
                    replaced.add(row(e, position)
                            .addValue("digest", e.replacedDigest())
                            .addValue("sealed", e.replacedSealed())
                            .addValue("invalidatedAt", Instants.toColumn(e.regeneratedAt())));
                }
                case RedeemCodeEvent.OutlivedOrder e -> {}
                case RedeemCodeEvent.Expired e -> stands(e, position, RedeemCodeStatus.EXPIRED);
                case RedeemCodeEvent.Scheduled e -> stands(e, position, RedeemCodeStatus.SCHEDULED);
                case RedeemCodeEvent.Unscheduled e -> stands(e, position, e.status());
                case RedeemCodeEvent.Completed e -> stands(e, position, RedeemCodeStatus.COMPLETED);
            }
        }

        private void held(
                RedeemCodeEvent e,
                long position,
                RedeemCodeStatus status,
                @Nullable String holder,
                @Nullable String registrationId,
                @Nullable Instant boundAt) {
            statuses.remove(e.redeemCodeId());
            holding.put(
                    e.redeemCodeId(),
                    row(e, position)
                            .addValue("status", status.name())
                            .addValue("holder", holder)
                            .addValue("registrationId", registrationId)
                            .addValue("boundAt", Instants.toColumn(boundAt)));
        }

        /** The holder stays; written after the holders, so that of a batch the last status counts. */
        private void stands(RedeemCodeEvent e, long position, RedeemCodeStatus status) {
            statuses.put(e.redeemCodeId(), row(e, position).addValue("status", status.name()));
        }

        private static MapSqlParameterSource row(RedeemCodeEvent e, long position) {
            return new MapSqlParameterSource("redeemCodeId", e.redeemCodeId()).addValue("position", position);
        }

        void write(ReadModelWriter rows) {
            rows.write("""
                    insert into read_model.redeem_code
                      (redeem_code_id, order_id, account_id, subject, status, digest, sealed, valid_until,
                       version, position, recorded_at)
                    values
                      (:redeemCodeId, :orderId, :accountId, :subject, :status, :digest, :sealed, :validUntil,
                       :position, :position, :recordedAt)
                    """, issued);
            rows.write("""
                    update read_model.redeem_code
                    set status = :status,
                        holder = :holder,
                        registration_id = :registrationId,
                        bound_at = :boundAt,
                        version = greatest(version, :position)
                    where redeem_code_id = :redeemCodeId
                    """, holding.values());
            rows.write("""
                    update read_model.redeem_code
                    set status = :status,
                        version = greatest(version, :position)
                    where redeem_code_id = :redeemCodeId
                    """, statuses.values());
            rows.write("""
                    update read_model.redeem_code
                    set digest = :digest,
                        sealed = :sealed,
                        version = greatest(version, :position)
                    where redeem_code_id = :redeemCodeId
                    """, strings.values());
            rows.write("""
                    insert into read_model.replaced_code_string
                      (digest, redeem_code_id, sealed, invalidated_at, position)
                    values
                      (:digest, :redeemCodeId, :sealed, :invalidatedAt, :position)
                    """, replaced);
        }
    }
}
