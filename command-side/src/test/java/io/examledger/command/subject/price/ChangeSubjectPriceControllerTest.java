package io.examledger.command.subject.price;

import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSubjectPriceControllerTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final Endpoint endpoint = Endpoint.forStaff(new ChangeSubjectPriceController(commands, Endpoint.CLOCK));

    @ParameterizedTest
    @ValueSource(longs = {1, 17_500, 100_000_000})
    @DisplayName("CAT-3 a price is changed")
    void a_price_is_changed(long amount) {
        endpoint.post("/api/subjects/PR000002/price", price(amount))
                .isAccepted(204, "")
                .isReplayed(false);
        assertThat(commands.sent()).containsExactly(new ChangeSubjectPrice(SUBJECT, usd(amount), Endpoint.NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100_000_001, Long.MAX_VALUE})
    @DisplayName("CAT-2 a price that no order could be counted at is refused")
    void a_price_has_bounds(long amount) {
        endpoint.post("/api/subjects/PR000002/price", price(amount)).isBad("price");
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void a_price_is_required() {
        endpoint.post("/api/subjects/PR000002/price", "{}").isBad("price");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pr000002", "P", "PR-2"})
    @DisplayName("ACC-4 what cannot be a subject code is as unknown as one that no subject has")
    void a_malformed_code_is_not_found(String code) {
        endpoint.post("/api/subjects/" + code + "/price", price(1)).isNotFound();
        assertThat(commands.sent()).isEmpty();
    }

    private static String price(long amount) {
        return "{\"price\": {\"amount\": " + amount + ", \"currency\": \"USD\"}}";
    }
}
