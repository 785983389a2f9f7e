package io.examledger.query.exports;

import static io.examledger.query.ReadModels.awaitThat;
import static io.examledger.query.exports.ExportApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.voucher.VoucherId;
import io.examledger.query.Database;
import io.examledger.query.FakeVaults;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoppedExportsTest {
    private static final String CODES = "{\"resource\":\"redeem-codes\",\"format\":\"csv\"}";

    @TempDir
    private Path directory = Path.of(".");

    @ParameterizedTest
    @EnumSource
    void process_that_ends_gives_back_the_file_it_writes_and_begins_no_other(Database database) throws Exception {
        try (ExportApi api = new ExportApi(database, directory)) {
            api.givenCompaniesWithCodes();
            String begun = api.ordered(ACME, CODES);
            String waiting = api.ordered(ACME, CODES);
            HeldVault vault = new HeldVault();
            ExportWorkers ending = api.otherProcess(vault).workers();
            vault.until = ending;
            ending.start();
            vault.reached.await();

            ending.stop();

            assertThat(api.status(ACME, begun)).contains("QUEUED");
            assertThat(api.status(ACME, waiting)).contains("QUEUED");
            assertThat(directory.resolve("exports")).isEmptyDirectory();
            api.work();
            assertThat(api.file(ACME, begun).getContentAsString().lines()).hasSize(1 + ExportApi.CODES);
            assertThat(api.status(ACME, waiting)).contains("DONE");
        }
    }

    /** Opens nothing until the process has begun to stop. */
    private static final class HeldVault implements CodeStringVault {
        private final CodeStringVault vault = new FakeVaults();
        private final CountDownLatch reached = new CountDownLatch(1);
        private volatile @Nullable ExportWorkers until;

        @Override
        public CodeString open(String sealed, RedeemCodeId id) {
            reached.countDown();
            awaitThat(() -> until != null && !until.isRunning());
            return vault.open(sealed, id);
        }

        @Override
        public CodeString generate() {
            return vault.generate();
        }

        @Override
        public String digest(CodeString code) {
            return vault.digest(code);
        }

        @Override
        public String seal(CodeString code, RedeemCodeId id) {
            return vault.seal(code, id);
        }

        @Override
        public String seal(CodeString code, VoucherId id) {
            return vault.seal(code, id);
        }
    }
}
