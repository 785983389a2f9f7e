package io.examledger.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A new data directory for each started system, below {@code target}; its database lies there if it is given no other. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("examledger.data-dir=" + create()).applyTo(context);
    }

    /** For tests that start the system themselves. */
    public static Path create() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "data"));
            return Files.createTempDirectory(parent, "platform-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
