package io.examledger.query.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.examledger.kernel.access.Caller;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        String first = exports.request(greedy, BILLS, "first").export().exportId();
        for (int more = 0; more < 4; more++) {
            exports.request(greedy, BILLS, null);
        }

        assertThatExceptionOfType(TooManyExports.class).isThrownBy(() -> exports.request(greedy, BILLS, "sixth"));
        assertThat(exports.request(greedy, BILLS, "first").export().exportId())
                .as("a repeat is no new one")
                .isEqualTo(first);
        assertThat(exports.request(enterprise("modest", "acme"), BILLS, null).replayed())
                .isFalse();

        exports.workers().round();
        assertThat(exports.request(greedy, BILLS, "sixth").replayed()).isFalse();
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
