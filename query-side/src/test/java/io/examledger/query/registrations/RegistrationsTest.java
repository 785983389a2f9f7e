package io.examledger.query.registrations;

import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.registrationExpired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationsTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("ORD-4 ORD-8 PLT-5 a registration ends with its order, when the history says so and not before")
    void an_open_registration_is_expired_once_that_has_happened(Database database) throws Exception {
        RedeemCodeEvent.Issued code = issued("o1", 1, "acme", "AAA");
        try (ReadModels models = new ReadModels(database, new RegistrationProjection())) {
            models.given(opened(code, "ada"));
            assertThat(status(models)).isEqualTo("OPEN");

            models.given(registrationExpired(code, "ada"));
            assertThat(status(models)).isEqualTo("EXPIRED");
        }
    }

    private static String status(ReadModels models) throws Exception {
        String page = QueryApi.over(models, new FakeVaults())
                .perform(get("/api/registrations").header("As", "examinee:ada"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(page, "$.items[0].status");
    }
}
