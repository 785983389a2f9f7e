package io.examledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People of {@link TwoCompanies}: their registrations and messages. */
@ParameterizedClass
@EnumSource
class RegistrationsAndMessagesTest extends TwoCompanies {
    RegistrationsAndMessagesTest(Database database) {
        super(database);
    }

    @Test
    @DisplayName("AUD-5 an erased person has no name any more")
    void erased_person_has_no_name() throws Exception {
        assertThat(this.<List<Object>>read(ACME, "/api/registrations", "$.items[*].examinee")
                        .toString())
                .isEqualTo("[{\"accountId\":\"bob\",\"name\":null},{\"accountId\":\"ada\",\"name\":\"Ada Lovelace\"}]");
    }

    @Test
    void registrations_are_the_callers_own() throws Exception {
        assertThat(ids("examinee:ada", "/api/registrations", "registrationId")).containsExactly("r-ada");
        assertThat(this.<String>read("examinee:bob", "/api/registrations", "$.items[0].status"))
                .isEqualTo("WITHDRAWN");
        assertThat(ids("enterprise:globex", "/api/registrations", "registrationId"))
                .isEmpty();
    }

    @Test
    @DisplayName("COD-11b the former holder finds a message")
    void former_holder_finds_a_message() throws Exception {
        assertThat(this.<String>read("examinee:bob", "/api/messages", "$.items[0].text"))
                .contains("AAA")
                .contains("withdrawn");
        assertThat(this.<String>read(ACME, "/api/messages", "$.items[0].text"))
                .contains("Your order o1 of 5 redeem codes for AAA is paid");
    }
}
