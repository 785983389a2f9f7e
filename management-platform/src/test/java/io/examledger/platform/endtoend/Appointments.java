package io.examledger.platform.endtoend;

import io.examledger.command.appointment.ConsentPolicy;
import io.examledger.command.appointment.ConsentPolicy.Accepted;
import io.examledger.command.appointment.NewAuthorizationCode;
import io.examledger.command.appointment.Place;
import io.examledger.command.appointment.checkin.IdentityDocument;
import io.examledger.command.appointment.schedule.ScheduleAppointment;
import io.examledger.command.appointment.schedule.ScheduleAppointment.Authorization;
import io.examledger.command.appointment.schedule.ScheduleAppointmentHandler.AppointmentScheduled;
import io.examledger.command.examsession.open.OpenExamSession;
import io.examledger.command.examsession.open.OpenExamSessionHandler.ExamSessionOpened;
import io.examledger.command.site.open.OpenSite;
import io.examledger.command.site.open.OpenSiteHandler.SiteOpened;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.site.SiteId;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.axon.CommandNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Sites, sessions and appointments for races. */
final class Appointments {
    static final List<IdentityDocument> DOCUMENTS = List.of(
            new IdentityDocument(IdentityDocumentType.PASSPORT, RaceGround.ADA, null),
            new IdentityDocument(IdentityDocumentType.BANK_CARD, RaceGround.ADA, null));

    private static final SiteId SITE = new SiteId("site");
    private static final List<Accepted> CONSENTS = ConsentPolicy.CURRENT.versions().entrySet().stream()
            .map(text -> new Accepted(text.getKey(), text.getValue()))
            .toList();

    private Appointments() {}

    static void openSite(CommandNode node) {
        node.send(
                new OpenSite(SITE, "Berlin Mitte", "Beispielstrasse 1", ZoneOffset.UTC, RaceGround.PAID_AT),
                SiteOpened.class);
    }

    static Place.AtSite session(CommandNode node, Instant start, int seats) {
        ExamSessionId id = ExamSessionId.of(SITE, start);
        node.send(new OpenExamSession(id, SITE, start, List.of(), seats, RaceGround.PAID_AT), ExamSessionOpened.class);
        return new Place.AtSite(id);
    }

    static void atSite(CommandNode node, String id, AccountId person, SubjectCode subject, Place.AtSite place) {
        schedule(
                node,
                new ScheduleAppointment(new AppointmentId(id), person, subject, place, CONSENTS, null, RaceGround.NOW));
    }

    /** @param at when it is made */
    static void online(CommandNode node, String id, AccountId person, SubjectCode subject, Instant start, Instant at) {
        AppointmentId appointment = new AppointmentId(id);
        AuthorizationCodeVault vault = node.bean(AuthorizationCodeVault.class);
        CodeString clear = vault.generate();
        Authorization authorization = new Authorization(clear, NewAuthorizationCode.of(clear, appointment, vault));
        schedule(
                node,
                new ScheduleAppointment(
                        appointment, person, subject, new Place.Online(start), CONSENTS, authorization, at));
    }

    private static void schedule(CommandNode node, ScheduleAppointment command) {
        node.send(command, AppointmentScheduled.class);
    }
}
