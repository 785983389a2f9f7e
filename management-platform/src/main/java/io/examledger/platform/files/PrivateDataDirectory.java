package io.examledger.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the data directory, for its owner only, before anything writes into it: the database and exports lie there, which
 * set no permissions of their own. One that is there already is left as it is.
 */
class PrivateDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path directory = Path.of(context.getEnvironment().getRequiredProperty("examledger.data-dir"))
                .toAbsolutePath();
        try {
            Files.createDirectories(directory, OwnerOnly.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data directory " + directory, e);
        }
    }
}
