package io.examledger.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The yardstick: PostgreSQL's own load generator, each transaction of which inserts one event row, into a table with the
 * columns and indexes of the log.
 */
public final class Pgbench {
    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);
    private static final int THREADS = 2;

    private final PostgresServer server;
    private final String database;
    private final Path script;

    private Pgbench(PostgresServer server, String database, Path script) {
        this.server = server;
        this.database = database;
        this.script = script;
    }

    /** @throws MissingProgram if pgbench is not on the path */
    public static void requireInstalled() throws InterruptedException {
        try {
            Programs.run(Path.of("."), List.of("pgbench", "--version"));
        } catch (IOException e) {
            throw new MissingProgram(e);
        }
    }

    /**
     * Makes the table.
     *
     * @param database holds the log already
     */
    public static Pgbench in(PostgresServer server, String database) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(database), PostgresServer.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema yardstick;
                    create table yardstick.event (like ledger.event including all);
                    create sequence yardstick.position""");
        }
        Path script = server.home().resolve("insert.sql");
        Files.writeString(
                script, """
                insert into yardstick.event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                  recorded_at, payload, metadata, hash)
                values (nextval('yardstick.position'), gen_random_uuid(), 'RedeemCode', gen_random_uuid()::text, 1,
                  'redeem-code.bound', '1', now(), '%s', '%s', decode('%s', 'hex'));
                """.formatted(PAYLOAD, METADATA, "5a".repeat(32)).replaceAll("\n *(?=[^\n])", " "));
        return new Pgbench(server, database, script);
    }

    /** As long as those of a bound code. */
    private static final String PAYLOAD = """
            {"redeemCodeId":"0190b5f4-9c1e-7cc0-a3e4-000000000000-0000001",\
            "orderId":"0190b5f4-9c1e-7cc0-a3e4-000000000000","owner":"0190b5f4-9c1e-7cc0-a3e4-000000000001",\
            "subject":"PR000001","holder":"0190b5f4-9c1e-7cc0-a3e4-000000000002",\
            "registrationId":"0190b5f4-9c1e-7cc0-a3e4-000000000003","boundAt":"2026-01-01T00:00:00.000000Z"}""";

    private static final String METADATA = """
            {"actor":"0190b5f4-9c1e-7cc0-a3e4-000000000002","causationId":"0190b5f4-9c1e-7cc0-a3e4-000000000004",\
            "correlationId":"0190b5f4-9c1e-7cc0-a3e4-000000000004"}""";

    /** Transactions for each second. */
    public double rate(int clients, Duration time) throws IOException, InterruptedException {
        String output = Programs.run(
                server.home(),
                List.of(
                        "pgbench",
                        "--host=127.0.0.1",
                        "--port=" + server.port(),
                        "--username=" + PostgresServer.USER,
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=" + Math.min(clients, THREADS),
                        "--time=" + time.toSeconds(),
                        "--file=" + script,
                        database));
        Matcher rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench printed no rate:\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** Says what to install. */
    public static final class MissingProgram extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingProgram(Throwable cause) {
            super(
                    "pgbench is not on the path: install PostgreSQL's client programs (Debian: apt install postgresql)",
                    cause);
        }
    }
}
