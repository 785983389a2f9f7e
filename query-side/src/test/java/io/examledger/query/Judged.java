package io.examledger.query;

import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an exam came to, as events of a log. */
public final class Judged {
    private Judged() {}

    /** With the invalid result that it brings. */
    public static List<Object> terminated(Sat sat) {
        List<Object> events = new ArrayList<>();
        events.add(new ExamDayEvent.Terminated(
                sat.appointment(),
                sat.examinee(),
                sat.code().owner(),
                sat.code().subject(),
                sat.registration(),
                "phone",
                null,
                sat.start()));
        events.addAll(recorded(sat, ExamOutcome.INVALID, null));
        events.addAll(List.of(sat.used(), sat.completed()));
        return events;
    }

    public static List<Object> recorded(Sat sat, ExamOutcome outcome, @Nullable Integer points) {
        return List.of(
                new ExamResultEvent.Recorded(
                        sat.appointment(),
                        sat.examinee(),
                        sat.code().owner(),
                        sat.code().subject(),
                        sat.registration(),
                        outcome,
                        score(points),
                        sat.start().plus(Sat.LENGTH),
                        sat.releaseAt(),
                        1,
                        sat.start().plus(Sat.LENGTH)),
                judged(sat, outcome));
    }

    public static List<Object> corrected(Sat sat, ExamOutcome before, ExamOutcome outcome, @Nullable Integer points) {
        return List.of(
                new ExamResultEvent.Corrected(
                        sat.appointment(),
                        sat.examinee(),
                        sat.code().owner(),
                        sat.code().subject(),
                        sat.registration(),
                        before,
                        outcome,
                        score(points),
                        sat.releaseAt(),
                        sat.releaseAt().minusSeconds(1)),
                judged(sat, outcome));
    }

    private static CandidacyEvent judged(Sat sat, ExamOutcome outcome) {
        return new SittingEvent.AttemptJudged(
                sat.candidacy(),
                sat.examinee(),
                sat.code().subject(),
                sat.registration(),
                sat.code().owner(),
                sat.appointment(),
                outcome,
                sat.start(),
                sat.releaseAt(),
                sat.start().plus(Sat.LENGTH));
    }

    public static List<Object> released(Sat sat, ExamOutcome outcome, @Nullable Integer points) {
        return List.of(
                new ExamResultEvent.Released(
                        sat.appointment(),
                        sat.examinee(),
                        sat.code().owner(),
                        sat.code().subject(),
                        sat.registration(),
                        outcome,
                        score(points),
                        sat.start(),
                        sat.releaseAt()),
                sat.used(),
                sat.completed());
    }

    private static @Nullable Score score(@Nullable Integer points) {
        return points == null ? null : new Score(points);
    }
}
