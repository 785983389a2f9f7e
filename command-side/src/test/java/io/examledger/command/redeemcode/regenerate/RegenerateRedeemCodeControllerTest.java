package io.examledger.command.redeemcode.regenerate;

import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.redeemcode.regenerate.RegenerateRedeemCodeHandler.Regenerated;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RegenerateRedeemCodeControllerTest {
    private static final String PATH = "/api/redeem-codes/" + CODE + "/regenerate";

    private final RecordedCommands commands = new RecordedCommands().answering(new Regenerated("NEW-STRING"));
    private final Endpoint endpoint = Endpoint.forAccount(
            new RegenerateRedeemCodeController(commands, new PlainVault(), Endpoint.CLOCK), COMPANY, Role.ENTERPRISE);

    @Test
    @DisplayName("COD-4 the owner is told the new string")
    void a_code_is_regenerated() {
        endpoint.post(PATH).isAccepted(200, "{\"redeemCode\":\"NEW-STRING\"}").isReplayed(false);
        assertThat(commands.sent())
                .containsExactly(new RegenerateRedeemCode(
                        CODE, COMPANY, PlainVault.codeString(1), PlainVault.fresh(1, CODE), Endpoint.NOW));
    }

    @Test
    @DisplayName("COD-4 a repeat is told the string of the first time")
    void a_repeat_says_that_it_is_one() {
        commands.replaying(new Regenerated("FIRST-STRING"));
        endpoint.post(PATH).isAccepted(200, "{\"redeemCode\":\"FIRST-STRING\"}").isReplayed(true);
    }

    @Test
    @DisplayName("ACC-4 what cannot be an id is as unknown as an id that nobody has")
    void a_malformed_id_is_not_found() {
        endpoint.post("/api/redeem-codes/a.b/regenerate").isNotFound();
        assertThat(commands.sent()).isEmpty();
    }
}
