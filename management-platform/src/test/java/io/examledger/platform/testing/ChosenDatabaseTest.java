package io.examledger.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The other tests of a started system cannot tell. */
@StartedPlatform
class ChosenDatabaseTest {
    private final DataSource database;

    @Autowired
    ChosenDatabaseTest(DataSource database) {
        this.database = database;
    }

    @Test
    void the_started_system_is_on_the_chosen_database() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualTo(ChosenDatabase.now().postgresql() ? "PostgreSQL" : "H2");
        }
    }
}
