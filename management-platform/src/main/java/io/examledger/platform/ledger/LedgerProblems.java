package io.examledger.platform.ledger;

import io.examledger.eventstore.proof.Subtrees.MissingSubtree;
import io.examledger.platform.ledger.SignedHeads.Contradiction;
import io.examledger.platform.web.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What cannot be proven, as problem details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LedgerProblems {
    @ExceptionHandler
    ProblemDetail contradiction(Contradiction found) {
        return damaged(String.valueOf(found.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail missing(MissingSubtree missing) {
        return damaged(String.valueOf(missing.getMessage()));
    }

    private static ProblemDetail damaged(String detail) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "ledger.damaged",
                "The log is not what it was, and nothing is signed or proven until it is: " + detail
                        + ". A verification tells where.");
    }
}
