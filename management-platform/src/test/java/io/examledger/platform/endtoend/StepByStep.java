package io.examledger.platform.endtoend;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that a policy carries out step by step; each step is an event of one stream.
 *
 * @param what for people
 * @param policy name of its runner
 * @param sequence by which the policy orders what belongs together
 * @param stream whose events are the steps
 * @param types of the events that are steps
 * @param steps how many it takes
 */
record StepByStep(String what, String policy, String sequence, String stream, List<String> types, int steps) {
    /** Each policy has four segments; Axon finds a sequence's by its hash. */
    private static final int SEGMENT_MASK = 3;

    int taken(JdbcClient log) {
        return log.sql("select count(*) from ledger.event where aggregate_id = :stream and type in (:types)")
                .param("stream", stream)
                .param("types", types)
                .query(Integer.class)
                .single();
    }

    boolean isOver(JdbcClient log) {
        return taken(log) >= steps;
    }

    /** Whether it is this process that takes the steps at present. */
    boolean isWith(PlatformProcess platform, JdbcClient log) {
        return log.sql("select owner from platform.policy_token where processor_name = :policy and segment = :segment")
                .param("policy", policy)
                .param("segment", sequence.hashCode() & SEGMENT_MASK)
                .query(String.class)
                .optional()
                .filter(owner -> owner.startsWith(platform.pid() + "@"))
                .isPresent();
    }
}
