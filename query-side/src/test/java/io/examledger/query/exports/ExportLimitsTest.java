package io.examledger.query.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import io.examledger.query.NotFound;
import io.examledger.query.ReadModels;
import io.examledger.query.bills.BillProjection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ExportLimitsTest {
    private static final ExportRequest BILLS = new ExportRequest("orders", null, "csv");
    private static final IdempotencyKey FIRST = new IdempotencyKey("first");
    private static final IdempotencyKey SIXTH = new IdempotencyKey("sixth");

    private final Database database;

    @TempDir
    private Path directory = Path.of(".");

    private ReadModels models;
    private Exports exports;

    ExportLimitsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, new BillProjection());
        FakeVaults vault = new FakeVaults();
        exports = new Exports(
                models.dataSource(),
                models.transactions(),
                vault,
                vault,
                models.log()::at,
                (read, correlation, causation) -> {},
                new ExportSettings(directory, Duration.ofDays(1)),
                () -> UUID.randomUUID().toString(),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        models.close();
    }

    private static Caller enterprise(String subject, String account) {
        return new Caller(subject, Optional.of(new AccountId(account)), Set.of(Role.ENTERPRISE));
    }

    @Test
    void one_caller_cannot_keep_the_workers_from_all_others() {
        Caller greedy = enterprise("greedy", "acme");
        String first = exports.request(greedy, BILLS, FIRST).export().exportId();
        for (int more = 0; more < 4; more++) {
            exports.request(greedy, BILLS, null);
        }

        assertThatExceptionOfType(TooManyExports.class).isThrownBy(() -> exports.request(greedy, BILLS, SIXTH));
        assertThat(exports.request(greedy, BILLS, FIRST).export().exportId())
                .as("a repeat is no new one")
                .isEqualTo(first);
        assertThat(exports.request(enterprise("modest", "acme"), BILLS, null).replayed())
                .isFalse();

        exports.workers().round();
        assertThat(exports.request(greedy, BILLS, SIXTH).replayed()).isFalse();
    }

    @Test
    void requests_at_once_do_not_share_a_place() throws Exception {
        Caller greedy = enterprise("greedy", "acme");
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> requests = Collections.nCopies(8, () -> {
                together.await();
                try {
                    exports.request(greedy, BILLS, null);
                    return accepted.incrementAndGet();
                } catch (TooManyExports e) {
                    return refused.incrementAndGet();
                }
            });
            for (Future<Integer> done : threads.invokeAll(requests)) {
                done.get();
            }
        }

        assertThat(accepted).hasValue(ExportTable.PLACES);
        assertThat(refused).hasValue(3);
    }

    @Test
    @DisplayName("ACC-4 a key that was used for one company says nothing to the next")
    void keys_stay_with_the_company() {
        Caller before = enterprise("ada", "acme");
        Caller after = enterprise("ada", "globex");
        String first = exports.request(before, BILLS, FIRST).export().exportId();

        assertThat(exports.request(after, BILLS, FIRST).export().exportId()).isNotEqualTo(first);
        assertThat(exports.request(before, BILLS, FIRST).export().exportId()).isEqualTo(first);
    }

    @Test
    @DisplayName("ACC-4 whoever acts for another company now does not get the file of the first")
    void files_stay_with_the_company() {
        String id =
                exports.request(enterprise("ada", "acme"), BILLS, null).export().exportId();
        exports.workers().round();

        assertThat(exports.file(enterprise("ada", "acme"), id).path()).exists();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> exports.file(enterprise("ada", "globex"), id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> exports.status(enterprise("ada", "globex"), id));
    }
}
