package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Commands.Done;
import io.examledger.command.appointment.change.CancelAppointment;
import io.examledger.command.appointment.change.ChangeAppointmentHandler.AppointmentChanged;
import io.examledger.command.order.expire.ExpireOrder;
import io.examledger.command.order.expire.ExpireRedeemCodes;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.redeemcode.bulk.BulkChangeHandler.BulkChangeRequested;
import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.FinishChunk;
import io.examledger.command.redeemcode.bulk.RequestBulkChange;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes;
import io.examledger.command.redeemcode.bulk.SelectRedeemCodes.Selection;
import io.examledger.command.redeemcode.bulk.StartChunk;
import io.examledger.command.redeemcode.bulk.StartChunk.Work;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.BulkChangeId;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.axon.CommandNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A node's cache may be behind what another node stored; whoever asks it does not notice. */
class RememberedStateTest {
    private static final Instant START = RaceGround.VALID_UNTIL.minusSeconds(1);

    private static RaceGround ground;

    @BeforeAll
    static void prepare() throws Exception {
        ground = new RaceGround(1);
    }

    @AfterAll
    static void leave() {
        ground.close();
    }

    @Test
    @DisplayName("COD-3 a code is unbound on a node that remembers an earlier registration of its holder")
    void a_registration_made_elsewhere_is_withdrawn() {
        SubjectCode subject = ground.subject("FOLLOW");
        OrderId order = ground.order(subject, 2, "follow");
        CommandNode here = ground.node(1, 1);
        here.send(RaceGround.bind(order, 1, subject, RaceGround.person(0), RaceGround.NOW), Registered.class);
        CommandNode elsewhere = ground.node();
        elsewhere.send(RaceGround.unbind(order, 1), Done.class);
        elsewhere.send(RaceGround.bind(order, 2, subject, RaceGround.person(0), RaceGround.NOW), Registered.class);

        here.send(RaceGround.unbind(order, 2), Done.class);

        assertThat(new Books(here.log()).codes(order)).isEqualTo(Map.of(RedeemCodeStatus.UNUSED, 2));
    }

    @Test
    @DisplayName("COD-9 an expiry goes on on a node that remembers the order before it")
    void an_expiry_begun_elsewhere_goes_on() {
        SubjectCode subject = ground.subject("GOON");
        OrderId order = ground.order(subject, 3, "goon");
        CommandNode here = ground.node(1, 1);
        here.send(new ExpireOrder(order, RaceGround.VALID_UNTIL), Done.class);
        CommandNode elsewhere = ground.node();
        elsewhere.send(new ExpireRedeemCodes(order, 1, 2, RaceGround.VALID_UNTIL), Done.class);

        here.send(new ExpireRedeemCodes(order, 3, 3, RaceGround.VALID_UNTIL), Done.class);

        assertThat(new Books(here.log()).codes(order)).isEqualTo(Map.of(RedeemCodeStatus.EXPIRED, 3));
    }

    @Test
    @DisplayName("COD-6 ORD-4 a belated cancellation on a node that remembers the code before its order's end ends it")
    void a_code_that_outlived_its_order_elsewhere_ends() {
        SubjectCode subject = ground.subject("OUTLIVE");
        OrderId order = ground.order(subject, 1, "outlive");
        CommandNode here = scheduled("exam-outlive", order, subject);
        CommandNode elsewhere = ground.node();
        elsewhere.send(new ExpireOrder(order, RaceGround.VALID_UNTIL), Done.class);
        elsewhere.send(new ExpireRedeemCodes(order, 1, 1, RaceGround.VALID_UNTIL), Done.class);

        here.send(cancel("exam-outlive"), AppointmentChanged.class);

        assertEnded(here, order, subject);
    }

    @Test
    @DisplayName(
            "COD-6 COD-9 the end of an order on a node that remembers an appointment finds what was freed elsewhere")
    void a_registration_that_was_freed_elsewhere_ends() {
        SubjectCode subject = ground.subject("FREED");
        OrderId order = ground.order(subject, 1, "freed");
        CommandNode here = scheduled("exam-freed", order, subject);
        ground.node().send(cancel("exam-freed"), AppointmentChanged.class);

        here.send(new ExpireOrder(order, RaceGround.VALID_UNTIL), Done.class);
        here.send(new ExpireRedeemCodes(order, 1, 1, RaceGround.VALID_UNTIL), Done.class);

        assertEnded(here, order, subject);
    }

    @Test
    @DisplayName("COD-12 a chunk that was finished elsewhere counts once on a node that remembers the job before it")
    void a_chunk_finished_elsewhere_counts_once() {
        BulkChangeId job = new BulkChangeId("job");
        CodeFilter all = new CodeFilter(null, null, null, null, null);
        CommandNode here = ground.node(1, 1);
        here.send(
                new RequestBulkChange(job, RaceGround.company(), BulkAction.UNBIND, all, RaceGround.NOW),
                BulkChangeRequested.class);
        here.send(
                new SelectRedeemCodes(job, 0, List.of(new RedeemCodeId("code")), 1, true, RaceGround.NOW),
                Selection.class);
        FinishChunk finish = new FinishChunk(job, 1, 1, List.of(), RaceGround.NOW);
        ground.node().send(finish, Done.class);

        here.send(new StartChunk(job, 1), Work.class);
        here.send(finish, Done.class);

        assertThat(here.log().stream().filter(BulkChangeEvent.ChunkDone.class::isInstance))
                .hasSize(1);
    }

    /** A node that knows of an appointment which starts just before the order's end. */
    private static CommandNode scheduled(String appointment, OrderId order, SubjectCode subject) {
        CommandNode here = ground.node(1, 1);
        here.send(RaceGround.bind(order, 1, subject, RaceGround.person(0), RaceGround.NOW), Registered.class);
        Appointments.online(here, appointment, RaceGround.person(0), subject, START, RaceGround.NOW);
        return here;
    }

    private static CancelAppointment cancel(String appointment) {
        return new CancelAppointment(new AppointmentId(appointment), RaceGround.person(0), START.minusSeconds(1));
    }

    private static void assertEnded(CommandNode node, OrderId order, SubjectCode subject) {
        Books books = new Books(node.log());
        assertThat(books.codes(order)).isEqualTo(Map.of(RedeemCodeStatus.EXPIRED, 1));
        assertThat(books.registrations(new CandidacyId(RaceGround.person(0), subject)))
                .isZero();
    }
}
