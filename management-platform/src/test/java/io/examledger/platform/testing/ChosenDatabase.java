package io.examledger.platform.testing;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * The database of a started system: H2 in its data directory, or an empty one of the tests' PostgreSQL. Systems on different
 * ones are different to Spring, which keeps them for the tests that follow.
 */
public record ChosenDatabase(boolean postgresql) implements ContextCustomizer {
    private static volatile boolean postgresqlChosen;

    /** For the classes of tests that come from now on. */
    public static void choosePostgresql(boolean chosen) {
        postgresqlChosen = chosen;
    }

    static ChosenDatabase now() {
        return new ChosenDatabase(postgresqlChosen);
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        if (postgresql) {
            TestPropertyValues.of("spring.datasource.url=" + Databases.emptyPostgresUrlFor(context))
                    .applyTo(context);
        }
    }

    /** Asked once for each class of tests. */
    static final class Factory implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
            return now();
        }
    }
}
