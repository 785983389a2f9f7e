package io.examledger.query.overview;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.SittingEvent;

/** By how much events change the number of registrations. */
final class RegistrationCounts {
    private RegistrationCounts() {}

    /** PLT-1: open and finished ones count, and so do those that expired unused; withdrawn ones do not. */
    static int by(CandidacyEvent event) {
        return switch (event) {
            case CandidacyEvent.RegistrationOpened e -> 1;
            case CandidacyEvent.RegistrationWithdrawn e -> -1;
            case CandidacyEvent.RegistrationRefunded e -> -1;
            case CandidacyEvent.RegistrationExpired e -> 0;
            case CandidacyEvent.RegistrationOutlivedOrder e -> 0;
            case SittingEvent.AppointmentMade e -> 0;
            case SittingEvent.AppointmentMoved e -> 0;
            case SittingEvent.AppointmentWithdrawn e -> 0;
            case SittingEvent.SessionLaunched e -> 0;
            case SittingEvent.ExamBegun e -> 0;
            case SittingEvent.AttemptJudged e -> 0;
            case CandidacyEvent.RegistrationUsed e -> 0;
        };
    }
}
