package io.examledger.query.sites;

import static io.examledger.query.Happened.T0;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import io.examledger.query.Sat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** APT-8: where one can sit, when, and how many seats are left. */
class SitesTest {
    private static final Instant LATER = Sat.START.plus(Duration.ofDays(1));
    private static final ExamSessionEvent.Opened FIRST = Sat.session(Sat.START, 2);
    private static final ExamSessionEvent.Opened SECOND = Sat.session(LATER, 5, "AAA", "BBB");

    @ParameterizedTest
    @EnumSource
    @DisplayName("APT-8 seats left are those offered less those taken and not given back")
    void seats_left(Database database) throws Exception {
        try (ReadModels models = new ReadModels(database, new SiteProjection())) {
            models.given(Sat.SITE, FIRST, SECOND, taken(FIRST, "a"), taken(FIRST, "b"), taken(SECOND, "c"));
            models.given(new ExamSessionEvent.OnlineOpened("online-2026030109", Sat.START, 100, 1, T0));
            assertThat(left(models, "")).containsExactly(4, 0);

            models.given(new ExamSessionEvent.SeatGivenBack(FIRST.sessionId(), "a", T0), taken(SECOND, "a"));
            assertThat(left(models, "")).containsExactly(3, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("APT-8 sessions by subject and time; a site that is none is not found")
    void sessions_by_filter(Database database) throws Exception {
        try (ReadModels models = new ReadModels(database, new SiteProjection())) {
            models.given(Sat.SITE, FIRST, SECOND);

            assertThat(get(models, "/api/sites").getContentAsString())
                    .isEqualTo("{\"items\":[{\"siteId\":\"berlin\",\"name\":\"Berlin Mitte\","
                            + "\"address\":\"Beispielstrasse 1\",\"zone\":\"Europe/Berlin\"}],\"nextCursor\":null}");
            assertThat(get(models, "/api/sites/berlin/sessions?limit=1").getContentAsString())
                    .startsWith("{\"items\":[{\"sessionId\":\"" + SECOND.sessionId() + "\",\"siteId\":\"berlin\","
                            + "\"start\":\"2026-03-02T09:00:00Z\",\"subjects\":[\"AAA\",\"BBB\"],\"seats\":5,"
                            + "\"seatsLeft\":5}],\"nextCursor\":\"");
            assertThat(left(models, "?subject=AAA")).containsExactly(5, 2);
            assertThat(left(models, "?subject=AA")).containsExactly(2);
            assertThat(left(models, "?from=" + LATER)).containsExactly(5);
            assertThat(left(models, "?to=" + LATER)).containsExactly(2);
            assertThat(get(models, "/api/sites/paris/sessions").getStatus()).isEqualTo(404);
        }
    }

    private static ExamSessionEvent taken(ExamSessionEvent session, String appointment) {
        return new ExamSessionEvent.SeatTaken(session.sessionId(), appointment, T0);
    }

    private static List<Integer> left(ReadModels models, String filter) throws Exception {
        return JsonPath.read(
                get(models, "/api/sites/berlin/sessions" + filter).getContentAsString(), "$.items[*].seatsLeft");
    }

    private static MockHttpServletResponse get(ReadModels models, String path) throws Exception {
        MockMvc api = QueryApi.over(models, new FakeVaults());
        return api.perform(MockMvcRequestBuilders.get(path).header("As", "examinee:ada"))
                .andReturn()
                .getResponse();
    }
}
