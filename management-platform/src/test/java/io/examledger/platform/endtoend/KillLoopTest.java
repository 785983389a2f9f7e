package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.eventstore.ChainCheck;
import io.examledger.platform.endtoend.Workload.Callers;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two real nodes on one database are killed at work, again and again, each while the other works or starts. Nothing
 * acknowledged is lost, nothing is half done, and what policies had begun they finish by themselves.
 */
class KillLoopTest {
    private static final int NODES = 2;
    private static final int KILLS = 20;
    private static final int COMPANIES = 1;
    private static final int LONGEST_PAUSE_MILLIS = 300;
    private static final long SEED = Long.getLong("examledger.seed", System.nanoTime());

    private final Path directory = FreshDataDirectory.create();
    private final String url = Databases.emptyPostgresUrl();
    private final ExpiryWorkload expiry = new ExpiryWorkload();
    private final BulkChangeWorkload bulkChange = new BulkChangeWorkload();
    private final List<Workload> workloads = List.of(expiry, new RefundWorkload(), bulkChange);
    private final Purchases purchases = new Purchases();
    private final CountDownLatch expiring = new CountDownLatch(1);

    @Test
    @DisplayName("ORD-4, ORD-7, COD-4, COD-8, COD-9, REF-2, REF-3, AUD-1, PLT-5:"
            + " twenty kills at random moments under load, on PostgreSQL")
    void what_was_acknowledged_stays_and_what_was_begun_ends() throws Exception {
        System.out.println("KillLoopTest runs with -Dexamledger.seed=" + SEED);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (HikariDataSource database = new HikariDataSource(config)) {
            run(database, JdbcClient.create(database));
        }
    }

    private void run(DataSource database, JdbcClient log) throws Exception {
        Tokens tokens;
        try (PlatformProcess platform = start()) {
            tokens = Tokens.from(platform);
            workloads.forEach(workload -> workload.prepare(tokens.at(platform)));
        }
        Kills kills = new Kills(workloads, log);
        SplittableRandom random = new SplittableRandom(SEED);
        AtOnce.call(IntStream.range(0, NODES)
                .<Callable<Void>>mapToObj(node -> {
                    SplittableRandom ofNode = random.split();
                    return () -> {
                        for (int round = 0; round < KILLS / NODES; round++) {
                            killAtWork("N" + node + "R" + round, tokens, kills, log, ofNode.split());
                        }
                        return null;
                    };
                })
                .toList());
        System.out.println("of " + KILLS + " kills were in the middle of: " + kills.hits());
        assertThat(kills.hits().get("refund")).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(kills.hits().get("expiry")).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(kills.hits()).containsKey("bulk change");
        try (PlatformProcess platform = start()) {
            Callers callers = tokens.at(platform);
            Await.until(() -> workloads.stream().allMatch(workload -> isOver(workload, log)), over -> over);
            workloads.forEach(workload -> workload.assertDone(log));
            bulkChange.assertSaysSo(new BulkChanges(callers.enterprise()));
            purchases.assertKept(log);
            assertThat(new ChainCheck(database).run().faultAt()).isEmpty();
            new FoldedCodes(log).assertShownBy(callers.operator());
        }
    }

    private PlatformProcess start() {
        return new PlatformProcess(directory, url, "--examledger.clock=simulated");
    }

    private static boolean isOver(Workload workload, JdbcClient log) {
        return workload.current().filter(work -> work.isOver(log)).isPresent();
    }

    private void killAtWork(String round, Tokens tokens, Kills kills, JdbcClient log, SplittableRandom random)
            throws Exception {
        boolean first = round.equals("N0R0");
        assertThat(first || expiring.await(3, TimeUnit.MINUTES))
                .as("the expiry has begun")
                .isTrue();
        // The process is closed first: then the companies end.
        try (ExecutorService threads = Executors.newFixedThreadPool(COMPANIES);
                PlatformProcess platform = start()) {
            Callers callers = tokens.at(platform);
            if (first) {
                expiry.expire(callers.operator(), log);
                expiring.countDown();
            }
            workloads.forEach(workload -> workload.next(callers, log));
            CountDownLatch busy = new CountDownLatch(1);
            List<Future<?>> companies = new ArrayList<>();
            for (int i = 0; i < COMPANIES; i++) {
                companies.add(threads.submit(new Company(
                        callers, round + "C" + i, random.split(), purchases.acknowledged(), busy::countDown)));
            }
            assertThat(busy.await(1, TimeUnit.MINUTES)).as("the load has begun").isTrue();
            kills.kill(platform, TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PAUSE_MILLIS)));
            for (Future<?> company : companies) {
                company.get();
            }
        }
    }

    /** Of the demo accounts. They outlive the process that gave them. */
    private record Tokens(String operator, String enterprise, String examinee) {
        static Tokens from(PlatformProcess platform) {
            return new Tokens(platform.token("operator"), platform.token("enterprise"), platform.token("examinee"));
        }

        Callers at(PlatformProcess platform) {
            return new Callers(platform.with(operator), platform.with(enterprise), platform.with(examinee));
        }
    }
}
