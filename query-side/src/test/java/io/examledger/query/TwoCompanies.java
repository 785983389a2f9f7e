package io.examledger.query;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.introduced;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.opened;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.regenerated;
import static io.examledger.query.Happened.registered;
import static io.examledger.query.Happened.string;
import static io.examledger.query.Happened.unbound;
import static io.examledger.query.Happened.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A day at two companies, seen over HTTP. */
abstract class TwoCompanies {
    static final String ACME = "enterprise:acme";

    private final FakeVaults vault = new FakeVaults();
    private final Database database;
    final List<RedeemCodeEvent.Issued> codes = new ArrayList<>();
    ReadModels models;
    MockMvc api;

    TwoCompanies(Database database) {
        this.database = database;
    }

    @BeforeEach
    void play() {
        models = ReadModels.all(database);
        api = QueryApi.over(models, vault);
        List<Object> day = new ArrayList<>(List.of(
                introduced("AAA"),
                introduced("BBB"),
                registered("acme", "Acme Corporation"),
                registered("ada", "Ada Lovelace"),
                registered("bob", "Bob Noname"),
                placed("o1", "acme", "AAA", 5),
                purchased("o1", "acme", "AAA", 5),
                placed("o2", "globex", "BBB", 1),
                purchased("o2", "globex", "BBB", 1),
                placed("o3", "acme", "BBB", 2)));
        for (int n = 1; n <= 5; n++) {
            codes.add(issued("o1", n, "acme", "AAA"));
        }
        codes.add(issued("o2", 6, "globex", "BBB"));
        day.addAll(codes);
        day.addAll(List.of(
                bound(codes.get(0), "ada"),
                opened(codes.get(0), "ada"),
                bound(codes.get(1), "bob"),
                opened(codes.get(1), "bob"),
                unbound(codes.get(1), "bob"),
                withdrawn(codes.get(1), "bob"),
                regenerated(codes.get(1), 20)));
        models.given(day);
        vault.erase("bob");
    }

    @AfterEach
    void stop() {
        models.close();
    }

    List<String> ids(String as, String path, String field) throws Exception {
        return read(as, path, "$.items[*]." + field);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T extends @Nullable Object> T read(String as, String path, String expression) throws Exception {
        MockHttpServletResponse answer = get(as, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return JsonPath.read(answer.getContentAsString(), expression);
    }

    MockHttpServletResponse get(String as, String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(URI.create(path)).header("As", as))
                .andReturn()
                .getResponse();
    }

    /** As it goes into an address. */
    static String typed(int number) {
        return URLEncoder.encode(string(number).grouped(), StandardCharsets.UTF_8);
    }
}
