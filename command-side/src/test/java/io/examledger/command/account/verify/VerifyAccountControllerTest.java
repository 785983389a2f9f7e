package io.examledger.command.account.verify;

import static io.examledger.command.testing.Facts.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.account.Verification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAccountControllerTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forStaff(new VerifyAccountController(commands, Endpoint.CLOCK));

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
