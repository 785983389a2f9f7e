package io.examledger.platform.endtoend;

import io.examledger.platform.testing.Http;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What policies are busy with while nodes are killed. */
interface Workload {
    /** Buys what will be worked on. */
    void prepare(Callers callers);

    /** Asks for the next piece of work, if the one before is over. */
    void next(Callers callers, JdbcClient log);

    /** The latest piece of work, whether or not it is over. */
    Optional<StepByStep> current();

    /** Every piece is done, each part of it exactly once. */
    void assertDone(JdbcClient log);

    /** The demo accounts at a node. */
    record Callers(Http operator, Http enterprise, Http examinee) {}
}
