package io.examledger.platform.axon;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.order.remind.ReminderPolicy;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.platform.settings.ExamLedgerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side of a node as the platform wires it, without web and without policies: nothing happens by itself. */
public final class CommandNode implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final CommandContext CONTEXT =
            new CommandContext(new Caller("races", Optional.empty(), Set.of(Role.OPERATOR)), "races", null);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Commands commands;

    /**
     * @param jdbcUrl of a migrated PostgreSQL database, which it may share with other nodes
     * @param directory with the keys, which the nodes of a database share
     */
    public CommandNode(String jdbcUrl, Path directory) {
        quietly();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("node", Map.of("examledger.data-dir", directory.toString())));
        context.registerBean(DataSource.class, () -> pool(jdbcUrl));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(bean(DataSource.class)));
        context.registerBean(JdbcConnectionDetails.class, () -> new Connection(jdbcUrl));
        context.registerBean(
                ExamLedgerSettings.class,
                () -> Binder.get(context.getEnvironment()).bindOrCreate("examledger", ExamLedgerSettings.class));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ReminderPolicy.class, () -> ReminderPolicy.in(ZoneOffset.UTC));
        context.register(
                LogConfiguration.class, CommandConfiguration.class, MoneyConfiguration.class, ExamConfiguration.class);
        context.scan("io.examledger.platform.crypto");
        // Controllers come with the command side; nobody asks for them here.
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.refresh();
        commands = bean(Commands.class);
    }

    /** As application.yml has it. */
    private static void quietly() {
        LoggingSystem logging = LoggingSystem.get(CommandNode.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("org.axonframework.modelling.command.AbstractRepository", LogLevel.OFF);
    }

    private static DataSource pool(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    /** As the tests' PostgreSQL has it. */
    record Connection(String url) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @throws io.examledger.command.Refused if a rule says no */
    public <R> R send(Object command, Class<R> answer) {
        return commands.send(command, answer, CONTEXT).answer();
    }

    /** All events, oldest first. */
    public List<Object> log() {
        try (var events = bean(LedgerEventStorageEngine.class).readEvents(null, false)) {
            return events.<Object>map(EventMessage::getPayload).toList();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
