package io.examledger.platform.endtoend;

import io.examledger.platform.ExamLedgerApplication;
import io.examledger.platform.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system in a process of its own, which can be killed. */
final class PlatformProcess implements AutoCloseable {
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
        try {
            JsonNode account = JsonMapper.shared()
                    .readTree(Files.readString(directory.resolve("demo-credentials.json")))
                    .required(who);
            String basic = account.required("clientId").stringValue() + ":"
                    + account.required("clientSecret").stringValue();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                return new Http(port).as(Exchange.of(200, answer).at("access_token"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
