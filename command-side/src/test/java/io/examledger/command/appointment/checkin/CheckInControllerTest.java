package io.examledger.command.appointment.checkin;

import static io.examledger.command.testing.ExamDay.document;
import static io.examledger.command.testing.ExamFacts.APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.appointment.checkin.CheckInHandler.Admission;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.personal.PersonName;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInControllerTest {
    private static final String PATH = "/api/appointments/" + APPOINTMENT + "/check-in";

    private final RecordedCommands commands = new RecordedCommands().answering(new Admission(true, null));
    private final Endpoint endpoint = Endpoint.forStaff(new CheckInController(commands, Endpoint.CLOCK));

    @Test
    @DisplayName("APT-3 the documents are sent as they were shown; AUD-5 the command does not show them")
    void documents_are_sent() {
        endpoint.post(PATH, """
                {"identityDocuments": [
                  {"type": "PASSPORT", "firstName": "Ada", "lastName": "Lovelace", "expiresOn": "2030-01-31"},
                  {"type": "BANK_CARD", "firstName": "A", "lastName": "L"}]}""").isAccepted(200, "{\"admitted\":true}");

        assertThat(commands.sent())
                .containsExactly(new CheckIn(
                        APPOINTMENT,
                        List.of(
                                new IdentityDocument(
                                        IdentityDocumentType.PASSPORT,
                                        new PersonName("Ada", "Lovelace", null),
                                        LocalDate.parse("2030-01-31")),
                                document(IdentityDocumentType.BANK_CARD, "A", "L")),
                        Endpoint.NOW));
        assertThat(commands.sent().toString()).doesNotContain("Ada", "Lovelace");
    }

    @Test
    @DisplayName("ACC-3 who is not admitted is told why")
    void a_reason_is_given() {
        commands.answering(new Admission(false, "identity.name-mismatch"));
        endpoint.post(PATH, "{\"identityDocuments\": []}")
                .isAccepted(200, "{\"admitted\":false,\"reason\":\"identity.name-mismatch\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | identityDocuments",
                "{\"identityDocuments\": [null]} | identityDocuments[0]",
                "{\"identityDocuments\": [{\"firstName\": \"A\", \"lastName\": \"L\"}]} | identityDocuments[0].type",
                "{\"identityDocuments\": [{\"type\": \"PASSPORT\", \"lastName\": \"L\"}]} | identityDocuments[0].firstName",
                "{\"identityDocuments\": [{\"type\": \"PASSPORT\", \"firstName\": \"A\"}]} | identityDocuments[0].lastName",
                "{\"identityDocuments\": [null,null,null,null,null,null]} | identityDocuments"
            })
    void a_document_is_complete(String body, String bad) {
        endpoint.post(PATH, body).isBad(bad);
        assertThat(commands.sent()).isEmpty();
    }
}
