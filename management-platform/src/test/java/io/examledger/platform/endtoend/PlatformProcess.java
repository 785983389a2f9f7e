package io.examledger.platform.endtoend;

import io.examledger.platform.ExamLedgerApplication;
import io.examledger.platform.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system in a process of its own, which can be killed. */
final class PlatformProcess implements AutoCloseable {
    /** The first to end writes what the later ones start from. */
    private static final int LONGEST_END_SECONDS = 180;

    private final Process process;
    private final Path directory;
    private final int port;

    /**
     * Starts it and waits until it answers.
     *
     * @param settings more arguments of the command line
     */
    PlatformProcess(Path directory, String jdbcUrl, String... settings) {
        this.directory = directory;
        this.port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m"));
        command.addAll(SharedClasses.jvmOptions());
        command.addAll(List.of(
                ExamLedgerApplication.class.getName(),
                "--server.port=" + port,
                "--spring.datasource.url=" + jdbcUrl,
                "--examledger.claim-timeout=3s",
                "--examledger.data-dir=" + directory));
        command.addAll(List.of(settings));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("platform.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(this::isUp, up -> up);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new AssertionError("the platform ended by itself: see " + directory.resolve("platform.log"));
        }
        try {
            return new Http(port).get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    /** A client with a demo account's token. */
    Http as(String who) {
        return with(token(who));
    }

    /** A client with a token that this, or an earlier process with the same data, has given. */
    Http with(String token) {
        return new Http(port).as(token);
    }

    /** Good for an hour, and over restarts. */
    String token(String who) {
        JsonNode account = JsonMapper.shared()
                .readTree(directory.resolve("demo-credentials.json").toFile())
                .required(who);
        String basic = account.required("clientId").stringValue() + ":"
                + account.required("clientSecret").stringValue();
        Http nobody = new Http(port);
        return Exchange.of(
                        200,
                        nobody.send(nobody.request("/oauth2/token")
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))))
                .at("access_token");
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
