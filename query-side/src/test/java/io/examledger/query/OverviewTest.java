package io.examledger.query;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.candidacy.CandidacyEvent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The overview of {@link TwoCompanies} (PLT-1). */
@ParameterizedClass
@EnumSource
class OverviewTest extends TwoCompanies {
    OverviewTest(Database database) {
        super(database);
    }

    @Test
    @DisplayName(
            "PLT-1, COD-11a the overview has exactly the documented fields, and the rate is null where nobody attended")
    void overview_of_an_enterprise() throws Exception {
        assertThat(get(ACME, "/api/overview").getContentAsString())
                .isEqualTo("{\"redeemCodes\":{\"purchased\":5,\"unused\":4,\"bound\":1,\"scheduled\":0,\"completed\":0,"
                        + "\"used\":1,\"refunded\":0,\"expired\":0},"
                        + "\"exams\":{\"registrations\":1,\"attended\":0,\"passed\":0,\"passRate\":null},"
                        + "\"subjects\":[{\"subject\":\"AAA\",\"title\":\"Title of AAA\",\"registrations\":1,"
                        + "\"attended\":0,\"passed\":0,\"passRate\":null}]}");
    }

    @Test
    @DisplayName("ACC-4 an examinee sees their own numbers, staff see all and narrow")
    void overview_of_others() throws Exception {
        assertThat(this.<Integer>read("examinee:ada", "/api/overview", "$.exams.registrations"))
                .isOne();
        assertThat(this.<Integer>read("examinee:ada", "/api/overview", "$.redeemCodes.purchased"))
                .isZero();
        assertThat(this.<Integer>read("auditor", "/api/overview", "$.redeemCodes.purchased"))
                .isEqualTo(6);
        assertThat(this.<Integer>read("operator", "/api/overview?account=globex", "$.redeemCodes.purchased"))
                .isOne();
    }

    @Test
    @DisplayName("ACC-4, PLT-1 staff see an account as it sees itself, a bought place counted once")
    void overview_of_an_account_for_staff() throws Exception {
        models.given(
                new CandidacyEvent.RegistrationOpened("eve:AAA", "eve", "AAA", "r-eve", "eve", "o9", null, END, T0),
                new CandidacyEvent.RegistrationOpened(
                        "acme:AAA", "acme", "AAA", "r-acme", "globex", "o2", null, END, T0));

        for (String account : List.of("examinee:ada", "examinee:bob", "examinee:eve", ACME, "enterprise:idle")) {
            String narrowed = "/api/overview?account=" + account.split(":", 2)[1];
            assertThat(get("operator", narrowed).getContentAsString())
                    .as(account)
                    .isEqualTo(get(account, "/api/overview").getContentAsString());
        }
        assertThat(this.<Integer>read("auditor", "/api/overview?account=eve", "$.exams.registrations"))
                .isOne();
    }
}
