package io.examledger.command.account.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.account.register.RegisterAccountHandler.AccountRegistered;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterAccountControllerTest {
    private static final String NAME = "\"name\": {\"first\": \"Ada\", \"last\": \"Lovelace\"}";
    private static final String REST = "\"email\": \"ada@example.org\", \"kind\": \"ROOT\"";

    private final RecordedCommands commands = new RecordedCommands().answering(new AccountRegistered("new"));
    private final Endpoint endpoint =
            Endpoint.forStaff(new RegisterAccountController(commands, new PlainVault(), () -> "new", Endpoint.CLOCK));

    @Test
    @DisplayName("AUD-5 a person's data is sealed under the person's key before it becomes a command")
    void a_person_is_registered() {
        endpoint.post("/api/accounts", """
                        {"name": {"first": "Ada", "last": "Lovelace"}, "email": "Ada@Example.org",
                         "phone": "+44 20 7946 0000", "language": "zh", "kind": "SUB", "parent": "company"}""")
                .isAccepted(201, "{\"accountId\":\"new\"}")
                .isReplayed(false);
        assertThat(commands.sent())
                .containsExactly(new RegisterAccount(
                        new AccountId("new"),
                        AccountKind.SUB,
                        new AccountId("company"),
                        "sealed({\"first\":\"Ada\",\"last\":\"Lovelace\"}) for new",
                        "sealed(ada@example.org) for new",
                        "digest(ada@example.org)",
                        "sealed(+44 20 7946 0000) for new",
                        Language.ZH,
                        Endpoint.NOW));
    }

    @Test
    void a_company_is_registered() {
        endpoint.post("/api/accounts", "{\"organisation\": \"Acme\", " + REST + "}")
                .isAccepted(201, "{\"accountId\":\"new\"}");
        assertThat(commands.sent()).singleElement().satisfies(sent -> {
            RegisterAccount command = (RegisterAccount) sent;
            assertThat(command.sealedName()).isEqualTo("sealed({\"organisation\":\"Acme\"}) for new");
            assertThat(command.sealedPhone()).isNull();
            assertThat(command.parent()).isNull();
            assertThat(command.language()).isNull();
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind         | NAME, \"email\": \"ada@example.org\"",
                "kind         | NAME, \"email\": \"ada@example.org\", \"kind\": null",
                "parent       | NAME, \"email\": \"ada@example.org\", \"kind\": \"SUB\"",
                "parent       | NAME, REST, \"parent\": \"company\"",
                "parent       | NAME, \"email\": \"a@b\", \"kind\": \"SUB\", \"parent\": \"a company\"",
                "name         | REST",
                "name         | NAME, \"organisation\": \"Acme\", REST",
                "name.first   | \"name\": {\"last\": \"Lovelace\"}, REST",
                "name.last    | \"name\": {\"first\": \"Ada\", \"last\": \"  \"}, REST",
                "name         | \"name\": {\"first\": \"Ada\\u0007\", \"last\": \"Lovelace\"}, REST",
                "organisation | \"organisation\": \"\", REST",
                "organisation | \"organisation\": \"Ac\\u0007me\", REST",
                "email        | NAME, \"kind\": \"ROOT\"",
                "email        | NAME, \"kind\": \"ROOT\", \"email\": \"ada\"",
                "email        | NAME, \"kind\": \"ROOT\", \"email\": \"a@b@c\"",
                "phone        | NAME, REST, \"phone\": \"call me\"",
                "language     | NAME, REST, \"language\": \"fr\"",
                "language     | NAME, REST, \"language\": \"EN\"",
                "language     | NAME, REST, \"language\": \"\"",
            })
    void a_bad_field_is_named(String field, String members) {
        String body = "{" + members.replace("NAME", NAME).replace("REST", REST) + "}";
        endpoint.post("/api/accounts", body).isBad(field);
        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void a_name_has_an_end() {
        String name = "\"organisation\": \"" + "x".repeat(201) + "\"";
        endpoint.post("/api/accounts", "{" + name + ", " + REST + "}").isBad("organisation");
    }

    @Test
    void a_refusal_is_passed_on() {
        commands.refusing(RecordedCommands.conflict("account.email-taken"));
        endpoint.post("/api/accounts", "{" + NAME + ", " + REST + "}").isRefused(409, "account.email-taken");
    }
}
