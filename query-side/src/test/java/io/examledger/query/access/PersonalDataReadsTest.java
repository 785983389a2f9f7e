package io.examledger.query.access;

import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import io.examledger.query.Sat;
import io.examledger.query.access.PendingReads.Reading;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DisplayName("ACC-4, AUD-1 whose personal data is opened is told")
class PersonalDataReadsTest {
    private final Set<String> opened = new TreeSet<>();

    @Test
    void whose_name_an_answer_shows_and_no_others() throws Exception {
        Sat ada = Sat.by("ada", issued("o1", 1, "acme", "AAA"));
        Sat bob = Sat.by("bob", issued("o1", 2, "acme", "AAA"));
        try (ReadModels models = ReadModels.all(Database.H2)) {
            models.given(introduced("AAA"), registered("ada", "Ada Lovelace"), registered("bob", "Bob Noname"))
                    .given(ada.code(), bob.code())
                    .given(ada.scheduled())
                    .given(bob.scheduled());
            MockMvc api = QueryApi.over(models, new FakeVaults(), opened::addAll, Clock.systemUTC());

            assertThat(openedBy(api, "/api/redeem-codes")).containsExactly("ada", "bob");
            assertThat(openedBy(api, "/api/redeem-codes?examinee=bob")).containsExactly("bob");
            assertThat(openedBy(api, "/api/registrations")).containsExactly("ada", "bob");
            assertThat(openedBy(api, "/api/appointments?limit=1")).containsExactly("bob");
            assertThat(openedBy(api, "/api/statistics/examinees?name=lovelace")).containsExactly("ada");
            assertThat(openedBy(api, "/api/statistics/examinees?name=nobody")).isEmpty();
            assertThat(openedBy(api, "/api/orders")).isEmpty();
            assertThat(openedBy(api, "/api/audit/events")).isEmpty();
        }
    }

    private Set<String> openedBy(MockMvc api, String path) throws Exception {
        opened.clear();
        int status = api.perform(MockMvcRequestBuilders.get(URI.create(path)).header("As", "auditor"))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).as(path).isEqualTo(200);
        return new TreeSet<>(opened);
    }

    @Test
    void more_than_a_page_is_told_in_several_events_and_each_account_once() {
        List<PersonalDataEvent.Read> kept = new ArrayList<>();
        PendingReads pending = new PendingReads(
                (read, correlation, causation) -> kept.add(read), () -> "read-" + kept.size(), Clock.systemUTC());
        Set<String> people =
                IntStream.rangeClosed(1, 1_200).mapToObj(n -> "p" + n).collect(Collectors.toSet());
        pending.add(people);
        pending.add(Set.of("p1"));
        pending.keep(new Reading("auditor-7", "GET /x", null, "request-1", "request:request-1"));
        pending.keep(new Reading("auditor-7", "GET /x", null, "request-1", "request:request-1"));

        assertThat(kept).extracting(read -> read.accounts().size()).containsExactly(500, 500, 200);
        assertThat(kept.stream().flatMap(read -> read.accounts().stream())).containsExactlyInAnyOrderElementsOf(people);
    }
}
