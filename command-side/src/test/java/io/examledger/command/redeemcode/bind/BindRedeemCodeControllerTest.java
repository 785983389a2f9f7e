package io.examledger.command.redeemcode.bind;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Claims;
import io.examledger.command.Refused;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.Endpoint.Answer;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.command.testing.RecordedGuesses;
import io.examledger.kernel.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindRedeemCodeControllerTest {
    private static final String KNOWN = PlainVault.codeString(1).grouped();
    private static final String UNKNOWN = PlainVault.codeString(2).grouped();
    private static final String REGISTERED =
            "{\"registrationId\":\"new\",\"subject\":\"PR000002\",\"validUntil\":\"2027-01-10T09:30:00Z\"}";
    private static final String ASKED = "asked for ada at " + Endpoint.ADDRESS;

    private final List<String> steps = new ArrayList<>();
    private final RecordedCommands commands =
            new RecordedCommands().answering(new Registered("new", SUBJECT.value(), VALID_UNTIL));
    private final RecordedGuesses guesses = new RecordedGuesses(steps);
    private final Endpoint endpoint = Endpoint.forAccount(
            new BindRedeemCodeController(
                    commands, new LookedUp(), new PlainVault(), guesses, () -> "new", Endpoint.CLOCK),
            ADA,
            Role.EXAMINEE);

    /** One string is known. */
    private final class LookedUp implements Claims {
        @Override
        public void claim(String kind, String name, String holder) {
            throw new IllegalStateException("nothing is claimed outside a command");
        }

        @Override
        public Optional<String> holderOf(String kind, String name) {
            steps.add("looked up");
            return Optional.of(CODE.value()).filter(id -> kind.equals(REDEEM_CODE) && name.equals(digest(KNOWN)));
        }
    }

    @Test
    @DisplayName("COD-2 a person registers with the string; the limit is asked before the look-up and not charged")
    void a_known_code_is_sent_with_its_id() {
        register(KNOWN).isAccepted(201, REGISTERED).isReplayed(false);
        assertThat(commands.sent())
                .containsExactly(new BindRedeemCode(CODE, digest(KNOWN), SUBJECT, ADA, "new", Endpoint.NOW));
        assertThat(steps).containsExactly(ASKED, "looked up");
    }

    @Test
    @DisplayName("COD-10 case and separators do not matter")
    void a_string_is_read_as_people_type_it() {
        register(KNOWN.toLowerCase(java.util.Locale.ROOT).replace("-", " ")).isAccepted(201, REGISTERED);
        assertThat(commands.sent())
                .containsExactly(new BindRedeemCode(CODE, digest(KNOWN), SUBJECT, ADA, "new", Endpoint.NOW));
    }

    @Test
    @DisplayName("COD-10 COD-11 an unknown code is decided like any other")
    void an_unknown_code_is_sent_without_an_id() {
        commands.refusing(RedeemCode.notUsable());
        register(UNKNOWN).isRefused(409, "redeem-code.not-usable");
        assertThat(commands.sent())
                .containsExactly(new BindRedeemCode(null, digest(UNKNOWN), SUBJECT, ADA, "new", Endpoint.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "000000-000000-00000", "000000-000000-000001", "100000-000000-00000!"})
    @DisplayName("COD-10 a typing error is told from an unknown code, and is no guess")
    void a_mistyped_code_is_bad_input(String typed) {
        register(typed).isBad("redeemCode");
        assertThat(commands.sent()).isEmpty();
        assertThat(steps).isEmpty();
    }

    @Test
    void subject_and_code_are_required() {
        endpoint.post("/api/registrations", "{\"redeemCode\": \"" + KNOWN + "\"}")
                .isBad("subject");
        endpoint.post("/api/registrations", "{\"subject\": \"PR 2\", \"redeemCode\": \"" + KNOWN + "\"}")
                .isBad("subject");
        endpoint.post("/api/registrations", "{\"subject\": \"PR000002\"}").isBad("redeemCode");
    }

    @Test
    @DisplayName("COD-11 a code that cannot be used is charged, by its digest")
    void a_failed_try_is_charged() {
        commands.refusing(RedeemCode.notUsable());
        register(KNOWN).isRefused(409, "redeem-code.not-usable");
        assertThat(steps)
                .containsExactly(ASKED, "looked up", "charged ada at " + Endpoint.ADDRESS + " for " + digest(KNOWN));
    }

    @Test
    @DisplayName("COD-11 a refusal that says nothing about the code is not charged")
    void another_refusal_is_not_charged() {
        commands.refusing(RecordedCommands.conflict("candidacy.registration-open"));
        register(KNOWN).isRefused(409, "candidacy.registration-open");
        assertThat(steps).containsExactly(ASKED, "looked up");
    }

    @Test
    @DisplayName("COD-11 a repeat of a failed try is not charged again")
    void a_replayed_refusal_is_not_charged() {
        commands.refusing(Refused.replayed(RedeemCode.notUsable().refusal()));
        register(KNOWN).isRefused(409, "redeem-code.not-usable");
        assertThat(steps).containsExactly(ASKED, "looked up");
    }

    @Test
    @DisplayName("COD-11 who has guessed too often is turned away before any look-up")
    void a_throttled_try_decides_nothing() {
        guesses.exhaust();
        register(KNOWN).isRefused(429, "PT30S");
        assertThat(steps).containsExactly(ASKED);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    @DisplayName("COD-11 a repeat is answered as the first time, however many tries failed since")
    void a_repeat_is_answered_while_throttled() {
        guesses.exhaust();
        commands.replaying(new Registered("new", SUBJECT.value(), VALID_UNTIL));
        register(KNOWN).isAccepted(201, REGISTERED).isReplayed(true);
        assertThat(steps).containsExactly(ASKED);
        assertThat(commands.sent()).isEmpty();
    }

    private Answer register(String redeemCode) {
        return endpoint.post(
                "/api/registrations", "{\"subject\": \"PR000002\", \"redeemCode\": \"" + redeemCode + "\"}");
    }

    private static String digest(String code) {
        return "digest(" + code.replace("-", "") + ")";
    }
}
