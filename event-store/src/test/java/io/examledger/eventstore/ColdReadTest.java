package io.examledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command pays for an aggregate that is in no cache must not grow with the log. */
class ColdReadTest {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Test
    void on_h2_streams_are_looked_up_and_the_rest_of_the_log_is_left_alone(@TempDir Path directory) throws Exception {
        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2, directory)) {
            Node node = new Node(database);
            node.engine.appendEvents(IntStream.range(0, 2_000)
                    .mapToObj(number -> Node.noted("note-" + number, 0))
                    .toList());

            try (Connection connection = database.forReads().getConnection();
                    PreparedStatement explain =
                            connection.prepareStatement("explain analyze " + LogReader.beginnings(LogDialect.H2))) {
                explain.setArray(1, connection.createArrayOf("varchar", new Object[] {"note-7", "note-8", "unknown"}));
                explain.setLong(2, 1_000);
                try (ResultSet plan = explain.executeQuery()) {
                    assertThat(plan.next()).isTrue();
                    assertThat(rowsLookedAt(plan.getString(1))).isBetween(2L, 10L);
                }
            }
        }
    }

    private static long rowsLookedAt(String plan) {
        return SCANNED.matcher(plan)
                .results()
                .map((MatchResult scan) -> scan.group(1))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
