package io.examledger.eventstore.tree;

import static io.examledger.eventstore.tree.StoredSubtrees.BLOCK;
import static io.examledger.eventstore.tree.StoredSubtrees.LOWEST;

import io.examledger.eventstore.LogUnavailableException;
import io.examledger.eventstore.proof.GrowingTree;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.proof.Subtrees.MissingSubtree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The Merkle tree over the log. Appends do nothing for it: whoever asks for a head or a proof lets it grow first, in pages,
 * one at a time. A question reads a number of rows that is logarithmic in the size, and one block of hashes or two.
 */
public final class LedgerTree {
    private static final int PAGE = 64 * BLOCK;

    private final DataSource dataSource;
    private final int page;

    public LedgerTree(DataSource dataSource) {
        this(dataSource, PAGE);
    }

    /** @param page how many events are taken into the tree in one transaction, a multiple of 256 */
    public LedgerTree(DataSource dataSource, int page) {
        this.dataSource = dataSource;
        this.page = page;
    }

    /**
     * Asks the tree over the first events.
     *
     * @param size how many; no more than there are
     * @throws MissingSubtree if one of them is missing, or a part of the tree
     * @throws LogUnavailableException if the log cannot be read
     */
    public <T> T ask(long size, Function<MerkleTree, T> question) {
        growTo(size);
        return with(subtrees -> question.apply(new MerkleTree(size, subtrees)));
    }

    /** As {@link #ask}, for a tree that is to grow beyond what is stored. */
    GrowingTree after(long size, GrowingTree.Completed completed) {
        growTo(size);
        return with(subtrees -> GrowingTree.after(size, subtrees, completed));
    }

    <T> T with(Function<StoredSubtrees, T> question) {
        try (Connection connection = dataSource.getConnection()) {
            return question.apply(new StoredSubtrees(connection));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    void growTo(long size) {
        long whole = size / BLOCK * BLOCK;
        try (Connection connection = dataSource.getConnection()) {
            if (grown(connection, "") < whole) {
                connection.setAutoCommit(false);
                try {
                    while (growPage(connection, whole) < whole) {
                        connection.commit();
                    }
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static long grown(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select size from ledger.tree_growth where one_row = 1" + lock);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the row of ledger.tree_growth is missing");
            }
            return row.getLong(1);
        }
    }

    /** @return how far the tree reaches now */
    private long growPage(Connection connection, long whole) throws SQLException {
        long from = grown(connection, " for update");
        long to = Math.min(from + page, whole);
        if (from >= to) {
            return from;
        }
        Map<Long, Hash> leaves = StoredSubtrees.leaves(connection, from, to);
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into ledger.tree_node (level, node_index, hash) values (?, ?, ?)");
                PreparedStatement update =
                        connection.prepareStatement("update ledger.tree_growth set size = ? where one_row = 1")) {
            Batch batch = new Batch(insert);
            GrowingTree tree = GrowingTree.after(from, new StoredSubtrees(connection), batch::add);
            for (long index = from; index < to; index++) {
                Hash leaf = leaves.get(index);
                if (leaf == null) {
                    throw new MissingSubtree(0, index);
                }
                tree.add(leaf);
            }
            insert.executeBatch();
            update.setLong(1, to);
            update.executeUpdate();
        }
        return to;
    }

    /** The subtrees that are worth a row. */
    private record Batch(PreparedStatement insert) {
        void add(int level, long index, Hash hash) {
            if (level >= LOWEST) {
                try {
                    insert.setInt(1, level);
                    insert.setLong(2, index);
                    insert.setBytes(3, hash.bytes());
                    insert.addBatch();
                } catch (SQLException e) {
                    throw unavailable(e);
                }
            }
        }
    }

    private static LogUnavailableException unavailable(SQLException e) {
        return new LogUnavailableException("the tree of the log could not be read or written", e, true);
    }
}
