package io.examledger.eventstore.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The state of the log at one moment, as it is signed: what an auditor keeps.
 *
 * @param origin names the log, for example {@code example.com/examledger}
 * @param size number of events
 * @param rootHash of the Merkle tree over them
 * @param chainHash of the last one
 * @param recordedAt of the last one; the epoch if there is none
 */
public record Head(String origin, long size, Hash rootHash, Hash chainHash, Instant recordedAt) {
    /** As in signed notes: no space and no plus sign. */
    private static final Pattern ORIGIN = Pattern.compile("[!-~&&[^+]]{1,200}");

    private static final String CHAIN = "chain ";
    private static final String RECORDED = "recorded ";
    private static final int LINES = 5;

    public Head {
        if (!ORIGIN.matcher(origin).matches() || size < 0) {
            throw new IllegalArgumentException("an origin has 1 to 200 printable ASCII characters, no space and no +");
        }
    }

    /**
     * What is signed: the body of a C2SP tlog-checkpoint. Chain hash and time are extension lines.
     *
     * @see <a href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a>
     */
    String text() {
        return origin + "\n" + size + "\n" + rootHash.base64() + "\n" + CHAIN + chainHash.base64() + "\n" + RECORDED
                + recordedAt + "\n";
    }

    /** @throws IllegalArgumentException if it is no text of a head */
    static Head ofText(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length == LINES + 1 && lines[3].startsWith(CHAIN) && lines[4].startsWith(RECORDED)) {
            try {
                Head head = new Head(
                        lines[0],
                        Long.parseLong(lines[1]),
                        Hash.ofBase64(lines[2]),
                        Hash.ofBase64(lines[3].substring(CHAIN.length())),
                        Instant.parse(lines[4].substring(RECORDED.length())));
                if (head.text().equals(text)) {
                    return head;
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("a head without the time it was recorded at", e);
            }
        }
        throw new IllegalArgumentException("not the text of a head of the log");
    }
}
