package io.examledger.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.examledger.kernel.account.AccountId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    private static final AccountId ACCOUNT = new AccountId("0198c1a2-0000-7000-8000-000000000001");

    @ParameterizedTest
    @EnumSource
    @DisplayName("ACC-4 operators and auditors see all, account holders do not")
    void operators_and_auditors_see_all(Role role) {
        Caller caller = new Caller("someone", Optional.of(ACCOUNT), Set.of(role));

        assertThat(caller.seesAll()).isEqualTo(role == Role.OPERATOR || role == Role.AUDITOR);
        assertThat(caller.is(role)).isTrue();
    }

    @Test
    void a_caller_without_roles_is_nothing_and_sees_nothing() {
        Caller caller = new Caller("someone", Optional.empty(), Set.of());

        assertThat(caller.seesAll()).isFalse();
        assertThat(Role.values()).noneMatch(caller::is);
    }

    @Test
    void roles_do_not_change_after_the_fact() {
        EnumSet<Role> roles = EnumSet.of(Role.EXAMINEE);
        Caller caller = new Caller("someone", Optional.empty(), roles);
        roles.add(Role.OPERATOR);

        assertThat(caller.is(Role.OPERATOR)).isFalse();
    }

    @Test
    void the_own_account_is_there_or_the_role_check_was_wrong() {
        assertThat(new Caller("someone", Optional.of(ACCOUNT), Set.of(Role.ENTERPRISE)).ownAccount())
                .isEqualTo(ACCOUNT);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR)).ownAccount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    @DisplayName("AUD-1 every event names who caused it, so a caller has a subject")
    void a_caller_has_a_subject(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Caller(subject, Optional.empty(), Set.of()));
    }
}
