package io.examledger.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** Appends from several threads until it is killed, and says what it was told is stored. Started by {@link KillTest}. */
final class AppendingProcess {
    static final int ID_LENGTH = 36;
    private static final int THREADS = 8;

    private AppendingProcess() {}

    /** @param arguments JDBC URL and the name of the dialect */
    public static void main(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(2);
        LogWriter writer =
                Node.writer(new HikariDataSource(config), LogDialect.valueOf(arguments[1]), Clock.systemUTC());
        GroupAppender appender = new GroupAppender(new GroupCommit(writer, Duration.ofMillis(50), () -> {}));
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().start(() -> appendForEver(appender));
        }
    }

    private static void appendForEver(GroupAppender appender) {
        String aggregate = IdentifierFactory.getInstance().generateIdentifier();
        for (long sequence = 0; ; sequence++) {
            String id = IdentifierFactory.getInstance().generateIdentifier();
            appender.append(new Append(
                    List.of(new NewEvent(
                            UUID.fromString(id),
                            "Note",
                            aggregate,
                            sequence,
                            "test.noted",
                            "1",
                            "{\"text\":\"" + "x".repeat(300) + "\"}",
                            "{}")),
                    List.of(),
                    null));
            System.out.println(id);
        }
    }
}
