package io.examledger.command.appointment.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.kernel.personal.PersonName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ACC-3 legal names are compared as people write them")
class LegalNameTest {
    @ParameterizedTest
    @CsvSource({
        "Ada, Lovelace, ADA, LOVELACE",
        "José, Núñez, JOSE, NUNEZ",
        "Jose\u0301, Núñez, José, Nunez",
        "Jean-Luc, Le Goff, JEAN LUC, LEGOFF",
        "Sinéad, O'Neill, SINEAD, ONEILL",
        "Ming, Zhang, Zhang, Ming",
        "小明, 王, 王, 小明",
        "Jürgen, Müller, JUERGEN, MUELLER",
        "Jürgen, Müller, JURGEN, MULLER",
        "Bjørn, Åström, BJOERN, AASTROEM",
        "Bjørn, Åström, BJORN, ASTROM",
        "Theo, Weiß, THEO, WEISS",
        "Łukasz, Đorđević, LUKASZ, DORDEVIC",
        "Işıl, Yılmaz, ISIL, YILMAZ",
        "Ａｄａ, Ｌｏｖｅｌａｃｅ, ada, lovelace",
        "Νίκος, Σωτήρης, ΝΙΚΟΣ, ΣΩΤΗΡΗΣ"
    })
    void the_same_name_may_be_written_differently(String first, String last, String shownFirst, String shownLast) {
        assertThat(matches(first, last, shownFirst, shownLast)).isTrue();
        assertThat(matches(shownFirst, shownLast, first, last)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ada, Lovelace, Augusta, King",
        "Ada, Lovelace, Ada, King",
        "Ada, Lovelace, A, Lovelace",
        "Ada, Lovelace, Ada Mary, Lovelace",
        "Maria José, Silva, José Maria, Silva",
        "Ann, Alee, Anna, Lee",
        "Ada, Lovelace, 小明, 王"
    })
    void another_name_is_another_person(String first, String last, String shownFirst, String shownLast) {
        assertThat(matches(first, last, shownFirst, shownLast)).isFalse();
    }

    @Test
    void an_organisation_has_no_legal_name_to_show() {
        PersonName organisation = new PersonName(null, null, "Acme");
        assertThatIllegalArgumentException().isThrownBy(() -> LegalName.of(organisation));
    }

    @Test
    @DisplayName("AUD-5 a name is not written into logs by accident")
    void a_name_shows_nothing() {
        assertThat(LegalName.of(new PersonName("Ada", "Lovelace", null)).toString())
                .doesNotContainIgnoringCase("ada")
                .doesNotContainIgnoringCase("lovelace");
    }

    private static boolean matches(String first, String last, String shownFirst, String shownLast) {
        return LegalName.of(new PersonName(first, last, null))
                .matches(LegalName.of(new PersonName(shownFirst, shownLast, null)));
    }
}
