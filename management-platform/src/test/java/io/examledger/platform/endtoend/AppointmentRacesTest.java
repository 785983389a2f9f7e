package io.examledger.platform.endtoend;

import static io.examledger.kernel.redeemcode.RedeemCodeStatus.BOUND;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.EXPIRED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.SCHEDULED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.UNUSED;
import static io.examledger.platform.endtoend.Contest.ACCEPTED;
import static io.examledger.platform.endtoend.Contest.ROUNDS;
import static io.examledger.platform.endtoend.RaceGround.NOW;
import static io.examledger.platform.endtoend.RaceGround.VALID_UNTIL;
import static io.examledger.platform.endtoend.RaceGround.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.appointment.checkin.CheckIn;
import io.examledger.command.appointment.checkin.CheckInHandler.Admission;
import io.examledger.command.order.expire.ExpireOrder;
import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two want what only one can have, and a registration depends on who gets it: two hundred times each, on PostgreSQL. */
class AppointmentRacesTest {
    private static final Instant START = NOW.plus(Duration.ofDays(30));

    private static RaceGround ground;

    @BeforeAll
    static void prepare() throws Exception {
        ground = new RaceGround(2 * ROUNDS);
        Appointments.openSite(ground.node());
    }

    @AfterAll
    static void leave() {
        ground.close();
    }

    @Test
    @DisplayName("COD-3 COD-5 scheduling and unbinding race for a code: exactly one happens")
    void a_code_is_scheduled_or_unbound() throws Exception {
        SubjectCode subject = ground.subject("UNBIND");
        OrderId order = ground.bound(subject, ROUNDS);
        Place.AtSite place = Appointments.session(ground.node(), START, ROUNDS);
        Contest contest = Contest.of(
                round -> Appointments.atSite(ground.node(round, 0), "unbind-" + round, person(round), subject, place),
                round -> ground.node(round, 1).send(RaceGround.unbind(order, round + 1), Done.class));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "schedule against unbind",
                round -> {
                    boolean scheduled = contest.accepted(round, 0);
                    assertThat(contest.answers(round))
                            .as("round %d", round)
                            .containsExactlyElementsOf(
                                    scheduled
                                            ? List.of(ACCEPTED, "redeem-code.not-bound")
                                            : List.of("candidacy.no-open-registration", ACCEPTED));
                    assertRegistered(books, subject, round, scheduled ? 1 : 0);
                    assertThat(books.code(order, round + 1)).isEqualTo(scheduled ? SCHEDULED : UNUSED);
                    return scheduled ? "scheduled" : "unbound";
                },
                "scheduled",
                "unbound");
        assertSeatsOf(books, place.sessionId(), order);
    }

    @Test
    @DisplayName("ORD-4 COD-5 COD-9 scheduling and expiring race for a code: exactly one happens")
    void a_code_is_scheduled_in_time_or_expires() throws Exception {
        SubjectCode subject = ground.subject("EXPIRE");
        OrderId order = ground.bound(subject, ROUNDS);
        ground.node().send(new ExpireOrder(order, VALID_UNTIL), Done.class);
        Instant start = VALID_UNTIL.minusSeconds(1);
        Instant inTime = start.minusSeconds(1);
        Contest contest = Contest.of(
                round -> Appointments.online(
                        ground.node(round, 0), "expire-" + round, person(round), subject, start, inTime),
                round -> ground.node(round, 1)
                        .send(new ExpireRedeemCodes(order, round + 1, round + 1, VALID_UNTIL), Done.class));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "schedule against expiry",
                round -> {
                    boolean scheduled = contest.accepted(round, 0);
                    assertThat(contest.answers(round))
                            .as("round %d", round)
                            .containsExactly(scheduled ? ACCEPTED : "candidacy.no-open-registration", ACCEPTED);
                    assertRegistered(books, subject, round, scheduled ? 1 : 0);
                    assertThat(books.code(order, round + 1)).isEqualTo(scheduled ? SCHEDULED : EXPIRED);
                    return scheduled ? "scheduled" : "expired";
                },
                "scheduled",
                "expired");
        assertSeatsOf(books, ExamSessionId.online(start), order);
    }

    @Test
    @DisplayName("APT-8 COD-5 two people race for the last seat: exactly one gets it, the other's code stays bound")
    void the_last_seat_goes_to_one() throws Exception {
        SubjectCode subject = ground.subject("SEAT");
        OrderId order = ground.bound(subject, 2 * ROUNDS);
        List<Place.AtSite> places = IntStream.range(0, ROUNDS)
                .mapToObj(round -> Appointments.session(ground.node(), START.plusSeconds(round + 1), 1))
                .toList();
        Contest contest = Contest.of(
                round -> Appointments.atSite(
                        ground.node(round, 0), "seat-a-" + round, person(round), subject, places.get(round)),
                round -> Appointments.atSite(
                        ground.node(round, 1), "seat-b-" + round, person(ROUNDS + round), subject, places.get(round)));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "two people for the last seat",
                round -> {
                    assertThat(contest.answers(round))
                            .as("round %d", round)
                            .containsExactlyInAnyOrder(ACCEPTED, "exam-session.full");
                    boolean first = contest.accepted(round, 0);
                    assertThat(books.seats(places.get(round).sessionId()))
                            .containsExactly((first ? "seat-a-" : "seat-b-") + round);
                    assertThat(books.code(order, round + 1)).isEqualTo(first ? SCHEDULED : BOUND);
                    assertThat(books.code(order, ROUNDS + round + 1)).isEqualTo(first ? BOUND : SCHEDULED);
                    return first ? "first" : "second";
                },
                "first",
                "second");
        assertThat(books.codes(order)).isEqualTo(Map.of(BOUND, ROUNDS, SCHEDULED, ROUNDS));
    }

    @Test
    @DisplayName("APT-1 APT-2 COD-6 cancelling and checking in race: exactly one happens")
    void an_appointment_is_cancelled_or_begins() throws Exception {
        SubjectCode subject = ground.subject("CANCEL");
        OrderId order = ground.bound(subject, ROUNDS);
        RaceGround.each(ROUNDS, n -> Appointments.online(ground.node(), "cancel-" + n, person(n), subject, START, NOW));
        Instant at = START.minus(Duration.ofMinutes(5));
        Contest contest = Contest.of(
                round -> ground.node(round, 0)
                        .send(
                                new CancelAppointment(new AppointmentId("cancel-" + round), person(round), at),
                                AppointmentChanged.class),
                round -> ground.node(round, 1)
                        .send(
                                new CheckIn(new AppointmentId("cancel-" + round), Appointments.DOCUMENTS, at),
                                Admission.class));

        Books books = new Books(ground.node().log());
        contest.assertOutcomes(
                "cancel against check-in",
                round -> {
                    boolean cancelled = contest.accepted(round, 0);
                    assertThat(contest.answers(round))
                            .as("round %d", round)
                            .containsExactlyElementsOf(
                                    cancelled
                                            ? List.of(ACCEPTED, "appointment.over")
                                            : List.of("appointment.begun", ACCEPTED));
                    assertRegistered(books, subject, round, 1);
                    assertThat(books.code(order, round + 1)).isEqualTo(cancelled ? BOUND : SCHEDULED);
                    return cancelled ? "cancelled" : "begun";
                },
                "cancelled",
                "begun");
        assertSeatsOf(books, ExamSessionId.online(START), order);
    }

    private static void assertRegistered(Books books, SubjectCode subject, int round, int open) {
        assertThat(books.registrations(new CandidacyId(person(round), subject)))
                .as("open registrations after round %d", round)
                .isEqualTo(open);
    }

    /** A seat is taken for each scheduled code, and no code is lost. */
    private static void assertSeatsOf(Books books, ExamSessionId session, OrderId order) {
        Map<RedeemCodeStatus, Integer> codes = books.codes(order);
        assertThat(codes).containsEntry(SCHEDULED, books.seats(session).size());
        assertThat(codes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROUNDS);
    }
}
