package io.examledger.query.exports;

import static io.examledger.query.Happened.bound;
import static io.examledger.query.Happened.issued;
import static io.examledger.query.Happened.placed;
import static io.examledger.query.Happened.purchased;
import static io.examledger.query.Happened.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.examledger.kernel.personal.PersonalDataEvent;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Exports of read models, ordered and fetched as a client does. Files lie below {@code exports} in the directory. */
final class ExportApi implements AutoCloseable {
    static final String ACME = "enterprise:acme";
    static final int CODES = 1203;

    private final ReadModels models;
    private final Path directory;
    private final SettableClock clock = new SettableClock();
    private final List<PersonalDataEvent.Read> reads = new ArrayList<>();
    private boolean logIsAway;
    private final Exports exports;
    private final MockMvc api;

    ExportApi(Database database, Path directory) {
        this.models = ReadModels.all(database);
        this.directory = directory;
        this.exports = otherProcess();
        this.api = QueryApi.over(models, new FakeVaults(), new ExportsController(exports));
    }

    /** Over the same tables and files. */
    Exports otherProcess() {
        return otherProcess(new FakeVaults());
    }

    /** Over the same tables and files. */
    Exports otherProcess(CodeStringVault codeStrings) {
        return new Exports(
                models.dataSource(),
                models.transactions(),
                codeStrings,
                new FakeVaults(),
                models.log()::at,
                this::keep,
                new ExportSettings(directory.resolve("exports"), Duration.ofDays(1)),
                () -> UUID.randomUUID().toString(),
                clock);
    }

    /** Acme bought {@link #CODES} codes, of which Ada holds one; another company has one. */
    void givenCompaniesWithCodes() {
        models.given(
                registered("ada", "=cmd() Lovelace"),
                placed("o1", "acme", "AAA", CODES),
                purchased("o1", "acme", "AAA", CODES));
        models.given(IntStream.rangeClosed(1, CODES)
                .mapToObj(n -> issued("o1", n, "acme", "AAA"))
                .toList());
        models.given(bound(issued("o1", 1, "acme", "AAA"), "ada"), issued("o2", 2000, "globex", "AAA"));
    }

    private void keep(PersonalDataEvent.Read read, String correlation, String causation) {
        if (logIsAway) {
            throw new IllegalStateException("the log is away");
        }
        assertThat(causation).isEqualTo("export:" + correlation);
        reads.add(read);
    }

    /** What is kept of who was shown whose data. */
    List<PersonalDataEvent.Read> reads() {
        return reads;
    }

    void loseLog() {
        logIsAway = true;
    }

    ReadModels models() {
        return models;
    }

    /** Does what a worker does once. */
    void work() {
        exports.workers().round();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Orders an export and answers its id. */
    String ordered(String as, String body) throws Exception {
        return JsonPath.read(post(as, body, null).getContentAsString(), "$.exportId");
    }

    String status(String as, String id) throws Exception {
        return get(as, "/api/exports/" + id).getContentAsString();
    }

    MockHttpServletResponse file(String as, String id) throws Exception {
        return get(as, "/api/exports/" + id + "/file");
    }

    /** Orders an export, waits for it, and answers its file's lines, the headings first. */
    List<String> lines(String as, String body) throws Exception {
        String id = ordered(as, body);
        work();
        return file(as, id).getContentAsString().lines().toList();
    }

    MockHttpServletResponse get(String as, String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(path).header("As", as))
                .andReturn()
                .getResponse();
    }

    MockHttpServletResponse post(String as, String body, @Nullable String key) throws Exception {
        MockHttpServletRequestBuilder request = request(as, body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return api.perform(request).andReturn().getResponse();
    }

    MockHttpServletResponse postWithToken(String as, String body, String token) throws Exception {
        return api.perform(request(as, body).header("Consistency-Token", token))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder request(String as, String body) {
        return MockMvcRequestBuilders.post("/api/exports")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header("As", as);
    }

    @Override
    public void close() {
        models.close();
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
