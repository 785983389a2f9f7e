package io.examledger.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
    @Test
    void the_wire_names_are_those_of_the_interface() {
        assertThat(Arrays.stream(Role.values()).map(Role::wireName))
                .containsExactly("enterprise", "examinee", "operator", "auditor");
    }

    @ParameterizedTest
    @EnumSource
    void a_role_is_read_back_from_its_wire_name(Role role) {
        assertThat(Role.ofWireName(role.wireName())).isEqualTo(role);
    }

    @ParameterizedTest
    @EnumSource
    @ResourceLock(Resources.LOCALE)
    void a_turkish_server_has_the_same_wire_names(Role role) {
        String expected = role.wireName();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(role.wireName()).isEqualTo(expected);
            assertThat(Role.ofWireName(expected)).isEqualTo(role);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "ENTERPRISE", "Operator", " operator", "operator ", "enterpr\u0131se"})
    void nothing_else_is_a_role_and_the_message_does_not_repeat_it(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Role.ofWireName(name))
                .withMessage("no such role");
    }
}
