package io.examledger.platform.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speaks as much SMTP as one email needs, and answers as it is told. Without an answer it ends the connection. */
final class ScriptedMailServer implements AutoCloseable {
    static final String GREETING = "greeting";
    static final String END_OF_DATA = ".";
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final Map<String, String> answers;
    private final List<String> taken = new ArrayList<>();

    /** @param answers by command; others are answered as by a friendly server */
    ScriptedMailServer(Map<String, String> answers) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.answers = Map.copyOf(answers);
        Thread.ofPlatform().daemon().name("mail-server").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The contents that have come to their end, whatever was answered then. */
    List<String> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                // The test is over, or the client has gone: the next one.
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        boolean on = say(out, GREETING, "220 here");
        while (on) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            on = say(out, command, command.equals("DATA") ? "354 go on" : "250 ok");
            if (on
                    && command.equals("DATA")
                    && answers.getOrDefault("DATA", "354").startsWith("354")) {
                take(lines);
                on = say(out, END_OF_DATA, "250 taken");
            }
        }
    }

    private void take(BufferedReader lines) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            content.append(line).append('\n');
        }
        synchronized (taken) {
            taken.add(content.toString());
        }
    }

    private boolean say(Writer out, String command, String friendly) throws IOException {
        String answer = answers.getOrDefault(command, friendly);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        out.write(answer + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
