package io.examledger.command.account.verify;

import static io.examledger.command.testing.Facts.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.account.verify.VerifyAccount.Identity;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.appointment.IdentityDocumentType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAccountControllerTest {
    private static final PlainVault VAULT = new PlainVault();
    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forStaff(new VerifyAccountController(commands, VAULT, Endpoint.CLOCK));

    @Test
    void a_verification_is_sent_and_answered_without_a_body() {
        endpoint.post("/api/accounts/ada/verification", """
                        {"level": "CORPORATE"}""").isAccepted(204, "").isReplayed(false);
        assertThat(commands.sent()).containsExactly(new VerifyAccount(ADA, Verification.CORPORATE, Endpoint.NOW));
    }

    @Test
    void a_repeat_says_that_it_is_one() {
        commands.replaying(new io.examledger.command.Commands.Done());
        endpoint.post("/api/accounts/ada/verification", """
                        {"level": "INDIVIDUAL"}""").isAccepted(204, "").isReplayed(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C01X00T47", "c01 x00-t47"})
    @DisplayName("RES-2 the number of a person's document becomes a digest, however it is typed")
    void a_document_becomes_a_digest(String number) {
        endpoint.post("/api/accounts/ada/verification", """
                        {"level": "INDIVIDUAL",
                         "identityDocument": {"type": "PASSPORT", "country": "DE", "number": "%s"}}""".formatted(number)).isAccepted(204, "");
        Identity identity =
                new Identity(IdentityDocumentType.PASSPORT, VAULT.digest("identity-document/PASSPORT/DE/C01X00T47"));
        assertThat(commands.sent())
                .containsExactly(new VerifyAccount(ADA, Verification.INDIVIDUAL, identity, Endpoint.NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INDIVIDUAL | {}                                                              | identityDocument.type",
                "INDIVIDUAL | {\"type\": \"BANK_CARD\", \"country\": \"DE\", \"number\": \"12345\"} | identityDocument.type",
                "INDIVIDUAL | {\"type\": \"PASSPORT\", \"country\": \"de\", \"number\": \"12345\"}  | identityDocument.country",
                "INDIVIDUAL | {\"type\": \"PASSPORT\", \"country\": \"DE\", \"number\": \"1;2;3\"}  | identityDocument.number",
                "INDIVIDUAL | {\"type\": \"PASSPORT\", \"country\": \"DE\"}                        | identityDocument.number",
                "CORPORATE  | {\"type\": \"PASSPORT\", \"country\": \"DE\", \"number\": \"12345\"}  | identityDocument"
            })
    void a_document_is_whole_and_a_persons(String level, String document, String field) {
        endpoint.post("/api/accounts/ada/verification", """
                        {"level": "%s", "identityDocument": %s}""".formatted(level, document))
                .isBad(field);
        assertThat(commands.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"level\": null}", "{\"level\": \"NONE\"}"})
    void a_level_is_required(String body) {
        endpoint.post("/api/accounts/ada/verification", body).isBad("level");
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    @DisplayName("ACC-4 what cannot be an id is as unknown as an id that nobody has")
    void a_malformed_id_is_not_found() {
        endpoint.post("/api/accounts/a.b/verification", """
                        {"level": "INDIVIDUAL"}""").isNotFound();
        assertThat(commands.sent()).isEmpty();
    }
}
