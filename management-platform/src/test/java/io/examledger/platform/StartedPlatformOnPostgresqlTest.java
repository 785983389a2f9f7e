package io.examledger.platform;

import io.examledger.platform.testing.ChosenDatabase;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What talks to a started system does so on both databases: once by itself, on H2, and once more here. In this package it is
 * among the first to run: it is one of the longest.
 */
@Suite
@SelectPackages("io.examledger.platform")
@IncludeTags("started-platform")
final class StartedPlatformOnPostgresqlTest {
    private StartedPlatformOnPostgresqlTest() {}

    @BeforeSuite
    static void choosePostgresql() {
        ChosenDatabase.choosePostgresql(true);
    }

    @AfterSuite
    static void chooseH2() {
        ChosenDatabase.choosePostgresql(false);
    }
}
