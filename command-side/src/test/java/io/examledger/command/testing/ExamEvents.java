package io.examledger.command.testing;

import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static io.examledger.command.testing.ExamFacts.END;
import static io.examledger.command.testing.ExamFacts.REGISTRATION;
import static io.examledger.command.testing.ExamFacts.START;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.ORDER;

import io.examledger.kernel.appointment.AppointmentEvent;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.appointment.ExamDayEvent;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.ExamResultEvent;
import io.examledger.kernel.appointment.Score;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to Ada's appointment, her candidacy and her code. */
public final class ExamEvents {
    public static final Instant RELEASE = END.plus(Duration.ofDays(3));

    private static final String ID = APPOINTMENT.value();
    private static final String ADA = Facts.ADA.value();
    private static final String COMPANY = Facts.COMPANY.value();
    private static final String SUBJECT = Facts.SUBJECT.value();
    private static final String CANDIDACY = Facts.ADAS_CANDIDACY.toString();

    private ExamEvents() {}

    public static CandidacyEvent made(Instant start, Instant at) {
        return new SittingEvent.AppointmentMade(
                CANDIDACY, ADA, SUBJECT, REGISTRATION, COMPANY, ID, start, start.plusSeconds(1200), 1, at);
    }

    public static CandidacyEvent moved(Instant start, Instant at) {
        return new SittingEvent.AppointmentMoved(
                CANDIDACY, ADA, SUBJECT, REGISTRATION, COMPANY, ID, start, start.plusSeconds(1200), 1, at);
    }

    /** The registration can be scheduled again. */
    public static CandidacyEvent freed(Instant at) {
        return new SittingEvent.AppointmentWithdrawn(CANDIDACY, ADA, SUBJECT, REGISTRATION, COMPANY, ID, at);
    }

    public static CandidacyEvent judged(ExamOutcome outcome, Instant at) {
        return new SittingEvent.AttemptJudged(
                CANDIDACY, ADA, SUBJECT, REGISTRATION, COMPANY, ID, outcome, START, RELEASE, at);
    }

    public static CandidacyEvent used(Instant at) {
        return new CandidacyEvent.RegistrationUsed(CANDIDACY, ADA, SUBJECT, REGISTRATION, COMPANY, ID, at);
    }

    public static RedeemCodeEvent scheduled(Instant at) {
        return new RedeemCodeEvent.Scheduled(CODE.value(), ORDER.value(), COMPANY, SUBJECT, ADA, REGISTRATION, ID, at);
    }

    public static RedeemCodeEvent unscheduled(RedeemCodeStatus status, Instant at) {
        return new RedeemCodeEvent.Unscheduled(
                CODE.value(), ORDER.value(), COMPANY, SUBJECT, ADA, REGISTRATION, ID, status, at);
    }

    public static RedeemCodeEvent completed(Instant at) {
        return new RedeemCodeEvent.Completed(CODE.value(), ORDER.value(), COMPANY, SUBJECT, ADA, REGISTRATION, ID, at);
    }

    /** Of a test center that Ada is told of; an appointment with a code. */
    public static AppointmentNoticeEvent told(
            AppointmentNotice notice, Instant start, @Nullable Instant previousStart, Instant at) {
        return new AppointmentNoticeEvent.Due(
                ID,
                ADA,
                COMPANY,
                SUBJECT,
                REGISTRATION,
                notice,
                DeliveryMode.TEST_CENTER,
                ExamFacts.VENUE,
                start,
                previousStart,
                start.minus(Duration.ofMinutes(30)),
                start.plus(Duration.ofMinutes(20)),
                at);
    }

    /** As earlier versions stored a launch: the exam began with it. */
    public static Object[] launchedByAnEarlierVersion(Instant at) {
        return new Object[] {
            new ExamDayEvent.Launched(ID, ADA, COMPANY, SUBJECT, REGISTRATION, at),
            new SittingEvent.ExamBegun(CANDIDACY, ADA, SUBJECT, REGISTRATION, COMPANY, ID, START, at)
        };
    }

    public static AppointmentEvent interrupted(boolean contentExposed, Instant at) {
        return new ExamDayEvent.Interrupted(ID, ADA, COMPANY, SUBJECT, REGISTRATION, contentExposed, at);
    }

    public static AppointmentEvent missed(Instant at) {
        return missedUntil(START.plus(Duration.ofMinutes(20)), at);
    }

    /** @param since last instant at which Ada could have been admitted */
    public static AppointmentEvent missedUntil(Instant since, Instant at) {
        return new ExamDayEvent.Missed(ID, ADA, COMPANY, SUBJECT, REGISTRATION, since, at);
    }

    /** @param points null without a score */
    public static ExamResultEvent recorded(ExamOutcome outcome, @Nullable Integer points, Instant at) {
        return new ExamResultEvent.Recorded(
                ID, ADA, COMPANY, SUBJECT, REGISTRATION, outcome, score(points), END, RELEASE, 1, at);
    }

    /** @param points null without a score */
    public static ExamResultEvent corrected(
            ExamOutcome before, ExamOutcome outcome, @Nullable Integer points, Instant at) {
        return new ExamResultEvent.Corrected(
                ID, ADA, COMPANY, SUBJECT, REGISTRATION, before, outcome, score(points), RELEASE, at);
    }

    /** @param points null without a score */
    public static ExamResultEvent released(ExamOutcome outcome, @Nullable Integer points, Instant at) {
        return new ExamResultEvent.Released(ID, ADA, COMPANY, SUBJECT, REGISTRATION, outcome, score(points), START, at);
    }

    private static @Nullable Score score(@Nullable Integer points) {
        return points == null ? null : new Score(points);
    }
}
