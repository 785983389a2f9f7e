package io.examledger.command.appointment.schedule;

import io.examledger.command.LoadsTogether;
import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.NewAuthorizationCode;
import io.examledger.command.appointment.Place;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an appointment for the open registration of a person in a subject (COD-5).
 *
 * @param place a site's session, or a start online
 * @param authorization null at a test center
 */
public record ScheduleAppointment(
        AppointmentId appointmentId,
        AccountId examinee,
        SubjectCode subject,
        Place place,
        List<Accepted> consents,
        @Nullable Authorization authorization,
        Instant at)
        implements LoadsTogether {
    public ScheduleAppointment {
        consents = List.copyOf(consents);
    }

    /**
     * A fresh authorization code.
     *
     * @param clear for the answer only; what is stored of it is {@code fresh}
     */
    public record Authorization(CodeString clear, NewAuthorizationCode fresh) {}

    CandidacyId candidacy() {
        return new CandidacyId(examinee, subject);
    }

    @Override
    public Set<String> aggregateIds() {
        // A caller may name anything as a session, even one of the other ids.
        return Stream.of(
                        examinee.value(),
                        subject.value(),
                        candidacy().toString(),
                        place.sessionId().value())
                .collect(Collectors.toUnmodifiableSet());
    }
}
