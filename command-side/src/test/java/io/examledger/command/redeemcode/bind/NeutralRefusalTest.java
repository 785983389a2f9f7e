package io.examledger.command.redeemcode.bind;

import static io.examledger.command.testing.Facts.ADA;
import static io.examledger.command.testing.Facts.CODE;
import static io.examledger.command.testing.Facts.GRACE;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.OTHER_SUBJECT;
import static io.examledger.command.testing.Facts.PAID_AT;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.VALID_UNTIL;
import static io.examledger.command.testing.Facts.bound;
import static io.examledger.command.testing.Facts.issued;
import static io.examledger.command.testing.Facts.openedUntil;
import static io.examledger.command.testing.Facts.person;
import static io.examledger.command.testing.Facts.regenerated;
import static io.examledger.command.testing.Facts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.Refusal;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.testing.PlainVault;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a code, and that nobody can tell from the answer. */
class NeutralRefusalTest {
    private static final int STRING = 1;

    /** One thing that is wrong with a code for Ada, and what led to it. */
    record Wrong(
            String what,
            @Nullable RedeemCodeId code,
            int string,
            SubjectCode subject,
            Instant at,
            List<Object> history) {
        Refusal refusalAmong(Object... facts) {
            Object[] all = Stream.concat(Arrays.stream(facts), history.stream()).toArray();
            String digest = PlainVault.fresh(string, CODE).digest();
            return Scenario.given(all)
                    .when(new BindRedeemCode(code, digest, subject, ADA, "registration", at))
                    .refusal();
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Wrong> wrongs() {
        var unused = issued(CODE, STRING);
        return List.of(
                new Wrong("another string of a known code", CODE, 99, SUBJECT, NOW, List.of(unused)),
                new Wrong("foreign subject", CODE, STRING, OTHER_SUBJECT, NOW, List.of(unused)),
                new Wrong("used", CODE, STRING, SUBJECT, NOW, List.of(unused, bound(CODE, GRACE, "hers", PAID_AT))),
                new Wrong(
                        "invalidated",
                        CODE,
                        STRING,
                        SUBJECT,
                        NOW,
                        List.of(unused, regenerated(CODE, STRING, 2, PAID_AT))),
                new Wrong("expired", CODE, STRING, SUBJECT, VALID_UNTIL, List.of(unused)),
                new Wrong("unknown", null, STRING, SUBJECT, NOW, List.of()));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    @DisplayName("COD-11 whatever is wrong with a code, the refusal is the same")
    void every_unusable_code_is_refused_alike(Wrong wrong) {
        assertThat(wrong.refusalAmong((Object) person(ADA)))
                .isEqualTo(RedeemCode.notUsable().refusal());
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    @DisplayName("COD-11 ACC-2 a person without verification learns that first, whatever the code is")
    void the_account_is_asked_before_the_code(Wrong wrong) {
        assertThat(wrong.refusalAmong(registered(ADA, AccountKind.ROOT)).code())
                .isEqualTo("account.individual-verification-required");
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    @DisplayName("COD-11 APT-5 a person with an open registration learns that first, whatever the code is")
    void the_candidacy_is_asked_before_the_code(Wrong wrong) {
        CandidacyId candidacy = new CandidacyId(ADA, wrong.subject);
        Instant later = VALID_UNTIL.plusSeconds(1);
        assertThat(wrong.refusalAmong(person(ADA), openedUntil(later, candidacy, "open", CODE, PAID_AT))
                        .code())
                .isEqualTo("candidacy.registration-open");
    }
}
