package io.examledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A process that rebuilds and swaps is killed again and again: what is served is whole at every moment. */
class KilledReplayTest {
    private static final int KILLS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;
    private static final String SERVED = " where name in ('redeem-codes', 'bills', 'overview', 'registrations')";
    private static final long SEED = Long.getLong("examledger.seed", System.nanoTime());
    private static final Caller OPERATOR = new Caller("staff", Optional.empty(), Set.of(Role.OPERATOR));

    @Test
    @DisplayName("AUD-3 twenty kills of a rebuild and swap, on PostgreSQL: served tables are the old or the new")
    void killed_replays_leave_whole_tables() throws Exception {
        System.out.println("KilledReplayTest runs with -Dexamledger.seed=" + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        Projection[] projections = ReplayingProcess.projections().toArray(Projection[]::new);
        try (ReadModels models = new ReadModels(Database.POSTGRESQL, projections)) {
            models.given(ReplayingProcess.events());
            Replays replays = ReplayingProcess.replays(models.dataSource(), models.log());
            int atWork = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                models.execute("update read_model.bill set total = -1");
                models.execute("update read_model.projection set version = " + kill % 2 + SERVED);
                String replay = replays.request(OPERATOR, new ReplayRequest(null, true), null)
                        .replay()
                        .replayId();
                Process process = ReplayingProcess.start(models.dataSource().getJdbcUrl());
                try {
                    ReadModels.awaitThat(() -> replays.find(replay).status() != ReplayStatus.QUEUED);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                } finally {
                    process.destroyForcibly().waitFor();
                }
                boolean done = replays.find(replay).status() == ReplayStatus.DONE;
                atWork += done ? 0 : 1;
                assertWhole(models, done);
            }
            System.out.println("of " + KILLS + " kills " + atWork + " hit a replay at work");
            assertThat(atWork).isGreaterThanOrEqualTo(KILLS / 4);
            assertNextOneSucceeds(models, replays);
        }
    }

    /** @param done then the planted error is repaired; before, it may or may not be */
    private static void assertWhole(ReadModels models, boolean done) {
        assertThat(models.number("select count(*) from read_model.redeem_code")).isEqualTo(ReplayingProcess.CODES);
        assertThat(models.number("select count(*) from read_model.redeem_code where status = 'BOUND'"))
                .isEqualTo(ReplayingProcess.CODES / 2);
        assertThat(models.number("select count(*) from read_model.registration"))
                .isEqualTo(ReplayingProcess.CODES / 2);
        assertThat(models.number("select issued from read_model.bill")).isEqualTo(ReplayingProcess.CODES);
        assertThat(models.number("select sum(purchased) from read_model.overview where seen_by = 'OWNER'"))
                .isEqualTo(ReplayingProcess.CODES);
        assertThat(models.number("select count(*) from read_model.projection" + SERVED + " and version = 0"))
                .as("tables and versions change together")
                .isIn(done ? List.of(0L) : List.of(0L, 4L));
        if (done) {
            assertThat(models.number("select total from read_model.bill")).isPositive();
        }
    }

    private static void assertNextOneSucceeds(ReadModels models, Replays replays) {
        replays.worker().start();
        try {
            String last = replays.request(OPERATOR, new ReplayRequest(List.of(), true), null)
                    .replay()
                    .replayId();
            ReadModels.awaitThat(() -> replays.find(last).finishedAt() != null);
            assertThat(replays.find(last).swapped()).isTrue();
            assertThat(replays.latest()).allMatch(replay -> replay.status() == ReplayStatus.DONE);
        } finally {
            replays.worker().stop();
        }
        assertWhole(models, true);
    }
}
