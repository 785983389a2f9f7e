package io.examledger.command.redeemcode.unbind;

import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.COMPANY;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.access.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnbindRedeemCodeControllerTest {
    private static final String PATH = "/api/redeem-codes/" + CODE + "/unbind";

    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forAccount(
            new UnbindRedeemCodeController(commands, new PlainVault(), Endpoint.CLOCK), COMPANY, Role.ENTERPRISE);

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"regenerate\": null}", "{\"regenerate\": false}"})
    @DisplayName("COD-3 a code is unbound and keeps its string")
    void a_code_is_unbound(String body) {
        endpoint.post(PATH, body).isAccepted(204, "").isReplayed(false);
        assertThat(commands.sent()).containsExactly(new UnbindRedeemCode(CODE, COMPANY, null, Endpoint.NOW));
    }

    @Test
    @DisplayName("COD-3 no body is needed")
    void a_code_is_unbound_without_a_body() {
        endpoint.post(PATH).isAccepted(204, "");
        assertThat(commands.sent()).containsExactly(new UnbindRedeemCode(CODE, COMPANY, null, Endpoint.NOW));
    }

    @Test
    @DisplayName("COD-11b a code is unbound and regenerated in one step")
    void a_code_is_unbound_with_a_new_string() {
        endpoint.post(PATH, "{\"regenerate\": true}").isAccepted(204, "");
        assertThat(commands.sent())
                .containsExactly(new UnbindRedeemCode(CODE, COMPANY, PlainVault.fresh(1, CODE), Endpoint.NOW));
    }

    @Test
    @DisplayName("ACC-4 what cannot be an id is as unknown as an id that nobody has")
    void a_malformed_id_is_not_found() {
        endpoint.post("/api/redeem-codes/a.b/unbind").isNotFound();
        assertThat(commands.sent()).isEmpty();
    }
}
