package io.examledger.platform.security;

import io.examledger.kernel.access.Role;
import io.examledger.platform.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A line of {@code endpoint-access.csv}, which says itself what its columns mean.
 *
 * @param access {@code yes} or {@code no} without a token and for each role
 * @param whose kind of the thing in the path, {@code staff} or {@code everybody}; empty if there is none
 */
record EndpointAccess(String method, String path, List<String> access, String whose, String body) {
    static final String TABLE = "endpoint-access.csv";
    private static final int COLUMNS = 9;
    private static final String HEADINGS = "method,";

    static List<EndpointAccess> table() {
        try {
            return new ClassPathResource(TABLE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith(HEADINGS))
                    .map(EndpointAccess::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EndpointAccess read(String line) {
        String[] columns = Arrays.copyOf(line.split(",", COLUMNS), COLUMNS);
        return new EndpointAccess(
                columns[0],
                columns[1],
                Arrays.asList(columns).subList(2, 7),
                columns[7] == null ? "" : columns[7],
                columns[8] == null ? "{}" : columns[8]);
    }

    /** The first column is for those without a token. */
    boolean isOpenTo(Role role) {
        return access.get(1 + List.of(Role.values()).indexOf(role)).equals("yes");
    }

    boolean takesAnId() {
        return path.contains("{");
    }

    boolean isOwned() {
        return takesAnId() && !whose.equals("staff") && !whose.equals("everybody");
    }

    /** Sends the body of the table. */
    HttpResponse<String> call(Http client, String id) {
        return call(client, method, path, id, body);
    }

    static HttpResponse<String> call(Http client, String method, String path, String id, String body) {
        return client.send(client.request(path.replaceAll("\\{[^}]*}", id).replace("**", "x"))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** As the table has it, up to who gets in. */
    String row() {
        return method + "," + path + "," + String.join(",", access);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
