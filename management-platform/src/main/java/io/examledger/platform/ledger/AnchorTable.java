package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.Head;
import io.examledger.eventstore.proof.SignedHead;
import io.examledger.eventstore.proof.VerifierKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The anchored heads, and which of them still have to get where. */
final class AnchorTable {
    private static final String SELECT = """
            select size, root_hash, chain_hash, recorded_at, origin, public_key, signature, anchored_at
            from platform.ledger_anchor
            """;

    private final JdbcClient jdbc;

    AnchorTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    void insert(Anchor anchor) {
        Head head = anchor.signed().head();
        jdbc.sql("""
                        insert into platform.ledger_anchor
                          (size, root_hash, chain_hash, recorded_at, origin, public_key, signature, anchored_at)
                        values (:size, :root, :chain, :recordedAt, :origin, :key, :signature, :anchoredAt)
                        """)
                .param("size", head.size())
                .param("root", head.rootHash().bytes())
                .param("chain", head.chainHash().bytes())
                .param("recordedAt", column(head.recordedAt()))
                .param("origin", head.origin())
                .param("key", anchor.signed().key().key())
                .param("signature", anchor.signed().signature())
                .param("anchoredAt", column(anchor.anchoredAt()))
                .update();
    }

    Optional<Anchor> last() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    long count() {
        return jdbc.sql("select count(*) from platform.ledger_anchor")
                .query(Long.class)
                .single();
    }

    /** Latest first. */
    List<Anchor> before(long size, int limit) {
        return jdbc.sql(SELECT + "where size < :size order by size desc limit :limit")
                .param("size", size)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Heads of more events than one size, and no more than another. */
    List<Head> heads(long more, long atMost) {
        return jdbc
                .sql(SELECT + "where size > :more and size <= :atMost order by size")
                .param("more", more)
                .param("atMost", atMost)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .map(anchor -> anchor.signed().head())
                .toList();
    }

    private static Anchor read(ResultSet row) throws SQLException {
        Head head = new Head(
                row.getString("origin"),
                row.getLong("size"),
                Hash.of(row.getBytes("root_hash")),
                Hash.of(row.getBytes("chain_hash")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        VerifierKey key = new VerifierKey(row.getString("origin"), row.getString("public_key"));
        return new Anchor(
                new SignedHead(head, key, row.getString("signature")),
                row.getObject("anchored_at", OffsetDateTime.class).toInstant());
    }

    void owe(Anchor anchor, String target) {
        jdbc.sql("""
                        insert into platform.ledger_anchor_delivery (size, target, try_at)
                        select :size, :target, :now
                        where not exists (
                          select 1 from platform.ledger_anchor_delivery where size = :size and target = :target)
                        """)
                .param("size", anchor.size())
                .param("target", target)
                .param("now", column(anchor.anchoredAt()))
                .update();
    }

    /** Those a place has not got, earliest first; none before it is to be tried again. */
    List<Anchor> owed(String target, Instant now, int limit) {
        return jdbc.sql("""
                        select a.size, root_hash, chain_hash, recorded_at, origin, public_key, signature, anchored_at
                        from platform.ledger_anchor_delivery d
                        join platform.ledger_anchor a on a.size = d.size
                        where d.target = :target and delivered_at is null and try_at <= :now
                        order by a.size
                        limit :limit
                        """)
                .param("target", target)
                .param("now", column(now))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    void delivered(Anchor anchor, String target, Instant now) {
        jdbc.sql("""
                        update platform.ledger_anchor_delivery set delivered_at = :now
                        where size = :size and target = :target
                        """)
                .param("now", column(now))
                .param("size", anchor.size())
                .param("target", target)
                .update();
    }

    /** Heads get there in their order: what is owed later waits as well. */
    void postpone(String target, Instant next) {
        jdbc.sql("""
                        update platform.ledger_anchor_delivery set try_at = :next, attempts = attempts + 1
                        where target = :target and delivered_at is null
                        """).param("next", column(next)).param("target", target).update();
    }

    /** This one alone waits. */
    void postpone(Anchor anchor, String target, Instant next) {
        jdbc.sql("""
                        update platform.ledger_anchor_delivery set try_at = :next, attempts = attempts + 1
                        where size = :size and target = :target and delivered_at is null
                        """)
                .param("next", column(next))
                .param("size", anchor.size())
                .param("target", target)
                .update();
    }

    /** How often in a row a place could not be reached; 0 is healthy. */
    int failures(String target) {
        return jdbc.sql("""
                        select coalesce(max(attempts), 0) from platform.ledger_anchor_delivery
                        where target = :target and delivered_at is null
                        """).param("target", target).query(Integer.class).single();
    }

    /** When something is to be tried next; empty if nothing is owed. */
    Optional<Instant> next(Collection<String> targets) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select min(try_at) from platform.ledger_anchor_delivery
                        where target in (:targets) and delivered_at is null
                        """)
                .param("targets", targets)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
