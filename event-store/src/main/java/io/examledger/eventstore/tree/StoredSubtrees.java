package io.examledger.eventstore.tree;

import io.examledger.eventstore.LogUnavailableException;
import io.examledger.eventstore.proof.Hash;
import io.examledger.eventstore.proof.MerkleTree;
import io.examledger.eventstore.proof.Subtrees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Subtrees from the tables: large ones are stored, small ones are computed from the hashes of one block of events. */
final class StoredSubtrees implements Subtrees {
    /** Of the smallest subtrees that are stored. */
    static final int LOWEST = 8;

    static final int BLOCK = 1 << LOWEST;

    private final Connection connection;
    private final Map<Long, Map<Long, Hash>> blocks = new HashMap<>();

    /** For one question: what it has read it reads no more. */
    StoredSubtrees(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Hash hash(int level, long index) {
        try {
            return level < LOWEST ? computed(level, index) : stored(level, index);
        } catch (SQLException e) {
            throw new LogUnavailableException("the tree of the log could not be read", e, true);
        }
    }

    private Hash stored(int level, long index) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select hash from ledger.tree_node where level = ? and node_index = ?")) {
            select.setInt(1, level);
            select.setLong(2, index);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return LoggedRows.hash(row.getBytes(1));
                }
            }
        }
        throw new MissingSubtree(level, index);
    }

    private Hash computed(int level, long index) throws SQLException {
        long block = index >> (LOWEST - level);
        Map<Long, Hash> leaves = blocks.get(block);
        if (leaves == null) {
            leaves = leaves(connection, block * BLOCK, (block + 1) * BLOCK);
            blocks.put(block, leaves);
        }
        return over(leaves, level, index);
    }

    private static Hash over(Map<Long, Hash> leaves, int level, long index) {
        if (level > 0) {
            return MerkleTree.node(over(leaves, level - 1, 2 * index), over(leaves, level - 1, 2 * index + 1));
        }
        Hash leaf = leaves.get(index);
        if (leaf == null) {
            throw new MissingSubtree(0, index);
        }
        return leaf;
    }

    /**
     * Leaves by their index, in order; those are left out whose event is not there.
     *
     * @param from inclusive
     * @param to exclusive
     */
    static Map<Long, Hash> leaves(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select position, hash from ledger.event where position > ? and position <= ? order by position")) {
            select.setLong(1, from);
            select.setLong(2, to);
            Map<Long, Hash> leaves = new LinkedHashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    leaves.put(rows.getLong(1) - 1, MerkleTree.leaf(LoggedRows.hash(rows.getBytes(2))));
                }
            }
            return leaves;
        }
    }
}
