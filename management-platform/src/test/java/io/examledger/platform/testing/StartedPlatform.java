package io.examledger.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * The whole system on a free port, in a directory of its own, with a clock that can be put forward. These tests run twice, on H2
 * and on PostgreSQL ({@code StartedPlatformOnPostgresqlTest}).
 */
@Tag("started-platform")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "examledger.clock=simulated")
@ContextConfiguration(initializers = FreshDataDirectory.class)
@ContextCustomizerFactories(ChosenDatabase.Factory.class)
public @interface StartedPlatform {}
