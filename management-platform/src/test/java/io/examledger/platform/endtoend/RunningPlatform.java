package io.examledger.platform.endtoend;

import io.examledger.kernel.access.Role;
import io.examledger.platform.ExamLedgerApplication;
import io.examledger.platform.testing.Databases;
import io.examledger.platform.testing.FreshDataDirectory;
import io.examledger.platform.testing.Http;
import io.examledger.platform.testing.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole system in this process, in its embedded default, on a database of the test's choice. */
final class RunningPlatform implements AutoCloseable {
    /** What races and floods need: nobody is throttled. */
    private static final List<String> COMMON = List.of(
            "--server.port=0",
            "--examledger.guesses.per-account.burst=1000000",
            "--examledger.guesses.per-address.burst=1000000");

    private final ConfigurableApplicationContext context;
    private final Tokens tokens;
    private final AtomicInteger names = new AtomicInteger();
    final Http operator;
    final Http enterprise;

    private RunningPlatform(Class<?> more, String... arguments) {
        List<String> all = new ArrayList<>(COMMON);
        all.add("--examledger.data-dir=" + FreshDataDirectory.create());
        all.addAll(Arrays.asList(arguments));
        context = SpringApplication.run(new Class<?>[] {ExamLedgerApplication.class, more}, all.toArray(String[]::new));
        tokens = new Tokens(context);
        operator = as(Role.OPERATOR, "operator-" + System.identityHashCode(this), null);
        enterprise = company("Races and Sons", "company@example.com");
    }

    /** Without a token. */
    Http anyone() {
        return Http.of(context);
    }

    /** A verified company. */
    Http company(String name, String email) {
        String id = account("""
                {"organisation": "%s", "email": "%s", "kind": "ROOT"}""".formatted(name, email));
        verify(id, "CORPORATE");
        return as(Role.ENTERPRISE, id, id);
    }

    static RunningPlatform onH2() {
        return onH2With(Nothing.class);
    }

    static RunningPlatform onPostgres() {
        return onPostgresWith(Nothing.class);
    }

    /** @param arguments settings of the test's own, as on the command line */
    static RunningPlatform onH2Set(String... arguments) {
        return new RunningPlatform(Nothing.class, arguments);
    }

    /** @param more configuration that changes the system for a test */
    static RunningPlatform onH2With(Class<?> more) {
        return new RunningPlatform(more);
    }

    static RunningPlatform onPostgresWith(Class<?> more) {
        return new RunningPlatform(more, onPostgresql());
    }

    /** @param settings as on the command line */
    static RunningPlatform onH2With(String... settings) {
        return new RunningPlatform(Nothing.class, settings);
    }

    /** @param settings as on the command line */
    static RunningPlatform onPostgresWith(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(onPostgresql());
        return new RunningPlatform(Nothing.class, all.toArray(String[]::new));
    }

    private static String onPostgresql() {
        return "--spring.datasource.url=" + Databases.emptyPostgresUrl();
    }

    private static final class Nothing {}

    DataSource database() {
        return context.getBean(DataSource.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    private Http as(Role role, String subject, @org.jspecify.annotations.Nullable String account) {
        var claims = Tokens.claims(Instant.now().plusSeconds(3600))
                .subject(subject)
                .claim("roles", List.of(role.wireName()));
        if (account != null) {
            claims.claim("account_id", account);
        }
        return Http.of(context).as(tokens.sign(claims));
    }

    /** A verified person with a name of their own. */
    Http examinee() {
        int number = names.incrementAndGet();
        String id = account("""
                {"name": {"first": "Firstname%1$d", "last": "Lastname%1$d"}, "email": "person%1$d@example.com",
                 "phone": "+49 30 12345%1$03d", "kind": "ROOT"}""".formatted(number));
        verify(id, "INDIVIDUAL");
        return as(Role.EXAMINEE, id, id);
    }

    private String account(String body) {
        return Exchange.of(201, operator.post("/api/accounts", body)).at("accountId");
    }

    private void verify(String account, String level) {
        Exchange.of(204, operator.post("/api/accounts/" + account + "/verification", "{\"level\": \"" + level + "\"}"));
    }

    /** Places an order of PR000001 at 100.00 each. */
    String order(int quantity) {
        return Exchange.of(201, enterprise.post("/api/orders", """
                {"kind": "ENTERPRISE", "subject": "PR000001", "quantity": %d, "terms": true}""".formatted(quantity)))
                .at("orderId");
    }

    static String payment(int quantity) {
        return """
               {"parts": [{"method": "BALANCE", "amount": {"amount": %d, "currency": "USD"}}]}""".formatted(quantity * 10_000L);
    }

    void pay(String order, int quantity) {
        Exchange.of(200, enterprise.post("/api/orders/" + order + "/payment", payment(quantity)));
    }

    /** Pays and waits for the codes. */
    List<JsonNode> codes(String order, int quantity) {
        pay(order, quantity);
        return Await.until(
                () -> Exchange.itemsSoFar(enterprise.get("/api/orders/" + order + "/redeem-codes?limit=500")),
                codes -> codes.size() == quantity);
    }

    @Override
    public void close() {
        context.close();
    }
}
