package io.examledger.query.bulkchanges;

import static io.examledger.query.Happened.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.redeemcode.bulk.BulkChangeEvent;
import io.examledger.kernel.redeemcode.bulk.RefusalCount;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.QueryApi;
import io.examledger.query.ReadModels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Given events of a bulk change, then what its owner sees of it. */
@ParameterizedClass
@EnumSource
class BulkChangesTest {
    private static final String ACME = "enterprise:acme";
    private static final RefusalCount NOT_BOUND = new RefusalCount("redeem-code.not-bound", 3);
    private static final RefusalCount EXPIRED = new RefusalCount("order.expired", 2);

    private final Database database;
    private ReadModels models;
    private MockMvc api;

    BulkChangesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, new BulkChangeProjection());
        api = QueryApi.over(models, new FakeVaults());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void a_requested_change_runs_and_does_not_know_its_size() throws Exception {
        models.given(requested("job", "acme"), selected("job"));
        assertThat(get(ACME, "job").getContentAsString())
                .isEqualTo(
                        "{\"jobId\":\"job\",\"action\":\"UNBIND\",\"status\":\"RUNNING\",\"total\":null,\"done\":0,"
                                + "\"skipped\":0,\"refusals\":[],\"requestedAt\":\"2026-01-10T09:00:00Z\",\"finishedAt\":null}");
    }

    @Test
    @DisplayName("COD-3 done and skipped add up chunk by chunk, and skipped by reason")
    void chunks_add_up() throws Exception {
        models.given(requested("job", "acme"), completed("job", 1001), done("job", 1, 497, NOT_BOUND));
        assertThat(get(ACME, "job").getContentAsString())
                .contains("\"status\":\"RUNNING\",\"total\":1001,\"done\":497,\"skipped\":3,"
                        + "\"refusals\":[{\"code\":\"redeem-code.not-bound\",\"count\":3}]");

        models.given(done("job", 2, 495, EXPIRED, NOT_BOUND), done("job", 3, 1), finished("job"));
        assertThat(get(ACME, "job").getContentAsString())
                .isEqualTo("{\"jobId\":\"job\",\"action\":\"UNBIND\",\"status\":\"DONE\",\"total\":1001,\"done\":993,"
                        + "\"skipped\":8,\"refusals\":[{\"code\":\"order.expired\",\"count\":2},"
                        + "{\"code\":\"redeem-code.not-bound\",\"count\":6}],"
                        + "\"requestedAt\":\"2026-01-10T09:00:00Z\",\"finishedAt\":\"2026-01-10T09:00:00Z\"}");
    }

    @Test
    @DisplayName("PLT-5 folding in one batch or event by event gives the same rows")
    void batches_do_not_matter() {
        List<Object> history = List.of(
                requested("job", "acme"),
                requested("other", "globex"),
                selected("job"),
                completed("job", 1000),
                completed("other", 0),
                finished("other"),
                done("job", 1, 497, NOT_BOUND),
                done("job", 2, 495, EXPIRED, NOT_BOUND),
                finished("job"));
        models.given(history);
        try (ReadModels single = new ReadModels(database, new BulkChangeProjection())) {
            history.forEach(single::given);
            for (String table : List.of("bulk_change", "bulk_change_refusal")) {
                String sql = "select * from read_model." + table + " order by 1, 2";
                assertThat(single.rows(sql))
                        .as(table)
                        .hasSize(2)
                        .hasToString(models.rows(sql).toString());
            }
        }
    }

    @Test
    @DisplayName("ACC-4 a foreign change is as unknown as one that does not exist; staff see all")
    void foreign_is_unknown() throws Exception {
        models.given(requested("job", "acme"));
        MockHttpServletResponse foreign = get("enterprise:globex", "job");
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(foreign.getContentAsString()).isEqualTo(get(ACME, "nothing").getContentAsString());
        assertThat(get("operator", "job").getStatus()).isEqualTo(200);
        assertThat(get("auditor", "job").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse get(String as, String job) throws Exception {
        return api.perform(MockMvcRequestBuilders.get("/api/redeem-codes/bulk/" + job)
                        .header("As", as))
                .andReturn()
                .getResponse();
    }

    private static BulkChangeEvent requested(String job, String owner) {
        return new BulkChangeEvent.Requested(job, owner, BulkAction.UNBIND, null, null, null, null, null, T0);
    }

    private static BulkChangeEvent selected(String job) {
        return new BulkChangeEvent.Selected(job, "acme", 1, List.of("code"), 1, T0);
    }

    private static BulkChangeEvent completed(String job, int total) {
        return new BulkChangeEvent.SelectionCompleted(job, "acme", total, T0);
    }

    private static BulkChangeEvent done(String job, int chunk, int changed, RefusalCount... refusals) {
        return new BulkChangeEvent.ChunkDone(job, "acme", chunk, changed, List.of(refusals), T0);
    }

    private static BulkChangeEvent finished(String job) {
        return new BulkChangeEvent.Finished(job, "acme", T0);
    }
}
