package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} at random moments: what was acknowledged is there, and the chain holds. */
@ParameterizedClass(name = "on {0}")
@EnumSource(TestDatabase.Kind.class)
class KillTest {
    private static final int ROUNDS = 5;
    private static final int MOST_ACKNOWLEDGED = 400;

    private final TestDatabase.Kind kind;

    KillTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @Test
    void every_acknowledged_event_survives_kill_9(@TempDir Path directory) throws Exception {
        long seed = System.nanoTime();
        System.out.println("KillTest seed " + seed);
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        TestDatabase database = TestDatabase.create(kind, directory);
        for (int round = 1; round <= ROUNDS; round++) {
            acknowledged.addAll(runAndKill(database, 1 + random.nextInt(MOST_ACKNOWLEDGED)));
            List<String> stored = database.column("select cast(event_id as varchar) from ledger.event");
            assertThat(stored).as("seed %d, round %d", seed, round).containsAll(acknowledged);
        }
        ChainCheck.Result result = new ChainCheck(database.forReads()).run();
        assertThat(result.faultAt()).as("seed %d", seed).isEmpty();
        assertThat(result.events()).isGreaterThanOrEqualTo(acknowledged.size());
        assertThat(database.column("select max(position) from ledger.event"))
                .containsExactly(Long.toString(result.events()));
        database.close();
    }

    /** Ids that another process was told are stored before it was killed, at least so many. */
    private static List<String> runAndKill(TestDatabase database, int killAfter) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AppendingProcess.class.getName(),
                        database.url(),
                        database.dialect().name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> ids = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == AppendingProcess.ID_LENGTH) {
                    ids.add(line);
                }
                if (ids.size() == killAfter) {
                    // Through the handle: the process itself would close the stream we still read from.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(ids).as("the process appended until it was killed").hasSizeGreaterThanOrEqualTo(killAfter);
        return ids;
    }
}
