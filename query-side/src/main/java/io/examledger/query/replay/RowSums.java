package io.examledger.query.replay;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * A checksum over rows that does not depend on their order: the sum of their SHA-256 digests modulo 2^256, as in incremental
 * hashing of multisets (Clarke et al., 2003). It is kept in buckets by key, so that where two tables differ only the
 * rows of a few buckets have to be looked at.
 */
final class RowSums {
    static final int BUCKETS = 1_024;
    private static final int WORDS = 4;
    private final long[][] sums = new long[BUCKETS][WORDS];
    private long rows;

    /** @param digest 32 bytes */
    void add(int bucket, byte[] digest) {
        addTo(sums[bucket], words(digest));
        rows++;
    }

    long rows() {
        return rows;
    }

    /** Buckets whose rows are not the same. */
    int[] differingFrom(RowSums other) {
        return IntStream.range(0, BUCKETS)
                .filter(bucket -> !Arrays.equals(sums[bucket], other.sums[bucket]))
                .toArray();
    }

    /** The sum over all rows, in hexadecimal. */
    String checksum() {
        long[] total = new long[WORDS];
        for (long[] sum : sums) {
            addTo(total, sum);
        }
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (int word = WORDS - 1; word >= 0; word--) {
            bytes.putLong(total[word]);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    /** Least significant word first. */
    private static long[] words(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long[] words = new long[WORDS];
        for (int word = WORDS - 1; word >= 0; word--) {
            words[word] = bytes.getLong();
        }
        return words;
    }

    private static void addTo(long[] sum, long[] summand) {
        long carry = 0;
        for (int word = 0; word < WORDS; word++) {
            long added = sum[word] + summand[word];
            long carried = added + carry;
            boolean overflow =
                    Long.compareUnsigned(added, summand[word]) < 0 || Long.compareUnsigned(carried, added) < 0;
            sum[word] = carried;
            carry = overflow ? 1 : 0;
        }
    }
}
