package io.examledger.query.registrations;

import static io.examledger.query.Happened.END;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationsTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("ORD-4 ORD-8 a registration ends with its order, whether or not anybody has noted it")
    void an_open_registration_is_expired_from_the_end_of_its_order_on(Database database) throws Exception {
        try (ReadModels models = new ReadModels(database, new RegistrationProjection())) {
            models.given(opened(issued("o1", 1, "acme", "AAA"), "ada"));

            assertThat(status(models, END.minusMillis(1))).isEqualTo("OPEN");
            assertThat(status(models, END)).isEqualTo("EXPIRED");
        }
    }

    private static String status(ReadModels models, Instant now) throws Exception {
        String page = QueryApi.at(Clock.fixed(now, ZoneOffset.UTC), models, new FakeVaults())
                .perform(get("/api/registrations").header("As", "examinee:ada"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(page, "$.items[0].status");
    }
}
