package io.examledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.site.SiteId;
import io.examledger.kernel.subject.SubjectCode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the identities of all aggregates have in common: they are in URLs, in keys, and in the log for ever. */
class IdentityTest {
    private static final List<Function<String, Object>> IDS = List.of(
            AccountId::new, OrderId::new, RedeemCodeId::new, SiteId::new, ExamSessionId::new, AppointmentId::new);

    @ParameterizedTest
    @ValueSource(strings = {"a", "0198c1a2-7b3d-7e4f-8a5b-6c7d8e9f0a1b", "0198C1A2_x"})
    void an_id_is_its_own_text(String text) {
        assertThat(IDS)
                .allSatisfy(id -> assertThat(id.apply(text)).hasToString(text).isEqualTo(id.apply(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "a/b", "..", "a\n", "a\0", "\uD800", "\u00E9", "a%00", "'or 1=1"})
    void an_id_takes_nothing_that_a_url_or_a_database_could_read_differently(String text) {
        assertThat(IDS).allSatisfy(id -> assertThatIllegalArgumentException().isThrownBy(() -> id.apply(text)));
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(IDS).allSatisfy(id -> assertThat(id.apply("x".repeat(64))).isNotNull());
        assertThat(IDS)
                .allSatisfy(id -> assertThatIllegalArgumentException().isThrownBy(() -> id.apply("x".repeat(65))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR000001", "ABC", "A2345678901234567890"})
    void a_subject_code_is_capital_letters_and_digits(String text) {
        assertThat(new SubjectCode(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PR",
                "A23456789012345678901",
                "pr000001",
                "PR-00001",
                "PR000001\n",
                "PR\0",
                "\u0660\u0661\u0662"
            })
    void anything_else_is_no_subject_code(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SubjectCode(text));
    }

    @Test
    @DisplayName("APT-5 there is one candidacy per person and subject")
    void a_candidacy_is_known_by_person_and_subject() {
        CandidacyId one = new CandidacyId(new AccountId("anna"), new SubjectCode("PR000001"));

        assertThat(one).hasToString("anna:PR000001");
        assertThat(one).isEqualTo(new CandidacyId(new AccountId("anna"), new SubjectCode("PR000001")));
        assertThat(one)
                .doesNotHaveToString(new CandidacyId(new AccountId("anna"), new SubjectCode("PR000002")).toString());
    }
}
