package io.examledger.platform.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.eventstore.ChainCheck;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two real nodes on one database are killed under load, again and again, each while the other works: nothing acknowledged
 * is lost, nothing is half done.
 */
class KillLoopTest {
    private static final int NODES = 2;
    private static final int ROUNDS = 20;
    private static final int COMPANIES = 3;
    private static final int LONGEST_ROUND_MILLIS = 1_500;
    private static final long SEED = Long.getLong("examledger.seed", System.nanoTime());

    @Test
    @DisplayName("ORD-7, AUD-1, PLT-5: twenty kills at random moments under load, on PostgreSQL")
    void nothing_acknowledged_is_lost_and_every_paid_order_has_exactly_its_codes() throws Exception {
        System.out.println("KillLoopTest runs with -Dexamledger.seed=" + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        Path directory = FreshDataDirectory.create();
        String url = Databases.emptyPostgresUrl();
        new PlatformProcess(directory, url).close();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        List<SplittableRandom> randoms =
                Stream.generate(random::split).limit(NODES).toList();
        AtOnce.call(IntStream.range(0, NODES)
                .<Callable<Void>>mapToObj(node -> () -> {
                    for (int round = 0; round < ROUNDS / NODES; round++) {
                        String name = "N" + node + "R" + round;
                        killUnderLoad(directory, url, name, randoms.get(node).split(), acknowledged);
                    }
                    return null;
                })
                .toList());
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        try (PlatformProcess platform = new PlatformProcess(directory, url)) {
            JdbcClient jdbc = JdbcClient.create(database);
            assertThat(acknowledged).as("the load was real").hasSizeGreaterThan(ROUNDS);
            Await.until(() -> unissued(jdbc), List::isEmpty);
            assertThat(new ChainCheck(database).run().faultAt()).isEmpty();
            Set<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(jdbc.sql("select distinct metadata::jsonb ->> 'correlationId' from ledger.event")
                    .query(String.class)
                    .set());
            assertThat(lost).as("acknowledged, but not in the log").isEmpty();
            assertOverviewEqualsTheLog(platform.as("operator"), jdbc);
        }
    }

    private static void killUnderLoad(
            Path directory, String url, String round, SplittableRandom random, Set<String> acknowledged)
            throws InterruptedException, ExecutionException {
        try (PlatformProcess platform = new PlatformProcess(directory, url);
                ExecutorService threads = Executors.newFixedThreadPool(COMPANIES)) {
            CountDownLatch busy = new CountDownLatch(1);
            List<Future<?>> companies = new ArrayList<>();
            for (int i = 0; i < COMPANIES; i++) {
                companies.add(threads.submit(
                        new Company(platform, round + "C" + i, random.split(), acknowledged, busy::countDown)));
            }
            assertThat(busy.await(1, TimeUnit.MINUTES)).as("the load has begun").isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_ROUND_MILLIS)));
            platform.kill();
            for (Future<?> company : companies) {
                company.get();
            }
        }
    }

    /** Paid orders whose number of codes in the log is not what was bought. */
    private static List<String> unissued(JdbcClient jdbc) {
        return jdbc.sql("""
                        select paid.aggregate_id || ' has ' || count(code.position)
                        from ledger.event paid
                        left join ledger.event code
                          on code.type = 'redeem-code.issued'
                          and code.payload::jsonb ->> 'orderId' = paid.aggregate_id
                        where paid.type = 'order.purchased'
                        group by paid.aggregate_id, paid.payload
                        having count(code.position) <> (paid.payload::jsonb ->> 'quantity')::int""").query(String.class).list();
    }

    private static void assertOverviewEqualsTheLog(Http operator, JdbcClient jdbc) {
        long issued = count(jdbc, "redeem-code.issued");
        long bound = count(jdbc, "redeem-code.bound") - count(jdbc, "redeem-code.unbound");
        Await.until(
                () -> Exchange.of(200, operator.get("/api/overview")).json().required("redeemCodes"),
                codes -> number(codes, "purchased") == issued
                        && number(codes, "bound") == bound
                        && number(codes, "used") == bound
                        && number(codes, "unused") == issued - bound);
    }

    private static long number(JsonNode codes, String field) {
        return codes.required(field).longValue();
    }

    private static long count(JdbcClient jdbc, String type) {
        return jdbc.sql("select count(*) from ledger.event where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }
}
