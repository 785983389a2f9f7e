package io.examledger.benchmarks.history;

import io.examledger.benchmarks.commands.RandomText;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the exam that the teller knows came to (APT-9, RES-1 to RES-4). */
final class Results {
    private static final double TERMINATED = 0.01;
    private static final double PASSED = 0.7;
    private static final double CORRECTED = 0.03;
    private static final int PASS_POINTS = 700;
    private static final Duration EMBARGO = Duration.ofDays(3);

    private final Teller teller;

    Results(Teller teller) {
        this.teller = teller;
    }

    Map<String, ?> documents() {
        return Map.of("documentTypes", List.of(IdentityDocumentType.PASSPORT), "documents", RandomText.sealed());
    }

    /** The registration is used up (RES-3). */
    void use() {
        teller.tell(CandidacyEvent.RegistrationUsed.class);
        if (teller.knows("redeemCodeId")) {
            teller.tell(RedeemCodeEvent.Completed.class);
        }
        teller.done();
    }

    void tell() {
        Instant examEnd = teller.known("end", Instant.class);
        teller.at(examEnd);
        teller.know("actor", "scoring").know("releaseAt", examEnd.plus(EMBARGO)).know("examEnd", examEnd);
        boolean terminated = teller.chance(TERMINATED);
        if (terminated) {
            teller.tell(ExamDayEvent.Terminated.class, Map.of("kind", "phone"));
        }
        boolean passed = !terminated && teller.chance(PASSED);
        know(terminated ? ExamOutcome.INVALID : passed ? ExamOutcome.PASS : ExamOutcome.FAIL);
        teller.tell(ExamResultEvent.Recorded.class);
        teller.tell(SittingEvent.AttemptJudged.class);
        teller.done();
        if (teller.chance(CORRECTED)) {
            correct();
        }
        teller.at(examEnd.plus(EMBARGO));
        teller.know("actor", "system");
        teller.tell(ExamResultEvent.Released.class, Map.of("examStart", teller.known("start", Instant.class)));
        use();
        if (teller.chance(CORRECTED)) {
            correct();
        }
    }

    private void know(ExamOutcome outcome) {
        boolean passed = outcome == ExamOutcome.PASS;
        teller.know("outcome", outcome)
                .know(
                        "score",
                        new Score(teller.random().nextInt(PASS_POINTS - 100) + (passed ? PASS_POINTS - 300 : 0)));
    }

    /** RES-4: before or after the release. */
    private void correct() {
        ExamOutcome previous = teller.known("outcome", ExamOutcome.class);
        know(previous == ExamOutcome.PASS ? ExamOutcome.FAIL : ExamOutcome.PASS);
        teller.tell(ExamResultEvent.Corrected.class, Map.of("previousOutcome", previous));
        teller.tell(SittingEvent.AttemptJudged.class);
        teller.done();
    }
}
