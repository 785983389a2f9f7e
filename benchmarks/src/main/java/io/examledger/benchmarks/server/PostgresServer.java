package io.examledger.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL with its own defaults but for the size of its cache and the number of connections, in a directory that is
 * deleted at the end. It flushes: a figure from a server that does not is worth nothing. It refuses to run as root, so
 * root starts it as {@code nobody}.
 */
public final class PostgresServer implements AutoCloseable {
    /** The one user, without a password, reachable from this machine only. */
    public static final String USER = "postgres";

    private static final String OWNER = "nobody";

    private final Path home;
    private final int port;
    private final Thread stopping = new Thread(this::stop);
    private boolean stopped;

    private PostgresServer(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    public static PostgresServer start() throws IOException, InterruptedException, SQLException {
        PostgresServer server = new PostgresServer(Files.createTempDirectory("examledger-benchmark-"), freePort());
        Runtime.getRuntime().addShutdownHook(server.stopping);
        PostgresBinaries.unpackInto(server.home);
        if (isRoot()) {
            giveAway(server.home);
        }
        server.run("initdb", "-D", "data", "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale");
        server.run(
                "pg_ctl",
                "-D",
                "data",
                "-w",
                "-l",
                "server.log",
                "-o",
                "-p " + server.port + " -h 127.0.0.1 -k ''" + " -c shared_buffers=1GB -c max_connections=200",
                "start");
        server.requireDurable();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void giveAway(Path directory) throws IOException {
        UserPrincipal owner =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(OWNER);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Files.setOwner(file, owner);
            }
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OWNER, "--"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = home.resolve("output.log");
        // pg_ctl leaves the server behind with its output: nobody may wait for the end of that.
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(program + " ended with " + code + "\n" + Files.readString(output));
        }
    }

    private void requireDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = show(setting);
            if (!value.equals("on")) {
                throw new IllegalStateException(setting + " is " + value);
            }
        }
    }

    /** A setting of the server. */
    public String show(String setting) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('" + setting + "')")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, "");
    }

    public int port() {
        return port;
    }

    Path home() {
        return home;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates an empty database and answers its JDBC URL. */
    public String createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stopping);
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            if (Files.exists(home.resolve("data").resolve("postmaster.pid"))) {
                run("pg_ctl", "-D", "data", "-w", "-m", "fast", "stop");
            }
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            System.err.println("The server was not stopped in order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
