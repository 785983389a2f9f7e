package io.examledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.kernel.access.IdempotencyKey;
import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.subjects.SubjectProjection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Given replays that were asked for, then whether the system can ask for one more, and what it knows of its own (AUD-3). */
@ParameterizedClass
@EnumSource
class SystemReplaysTest {
    private final Database database;
    private ReadModels models;
    private ReplayTable table;
    private SystemReplays system;

    SystemReplaysTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        models = new ReadModels(database, new SubjectProjection());
        table = new ReplayTable(models.jdbc(), new JsonMapper());
        system = new SystemReplays(models.jdbc(), table);
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void one_of_those_that_know_the_same_asks() {
        int number = system.number();

        assertThat(system.ask(job("first"), number)).isTrue();
        assertThat(system.ask(job("second"), number)).isFalse();
        assertThat(system.ask(job("second"), system.number())).isTrue();
    }

    @Test
    void replays_that_were_deleted_do_not_keep_the_next_from_being_asked_for() {
        for (String id : List.of("first", "second", "third")) {
            assertThat(system.ask(job(id), system.number())).isTrue();
        }
        models.execute("delete from read_model.replay where replay_id = 'first'");

        assertThat(system.ask(job("fourth"), system.number())).isTrue();
    }

    @Test
    @DisplayName("AUD-3 a caller who is called system neither takes the system's keys nor counts as it")
    void caller_of_the_same_name_is_not_the_system() {
        table.insert(job("caller's"), SystemReplays.SYSTEM, "version-1");
        table.insert(job("caller's too"), SystemReplays.SYSTEM, null);
        models.execute("update read_model.replay set status = 'FAILED', finished_at = current_timestamp");

        assertThat(system.number()).isZero();
        assertThat(system.attempts(job("any"))).isEmpty();
        assertThat(system.ask(job("the system's"), 0)).isTrue();
        String key = models.jdbc()
                .getJdbcTemplate()
                .queryForObject(
                        "select idempotency_key from read_model.replay where replay_id = 'the system''s'",
                        String.class);
        assertThatThrownBy(() -> new IdempotencyKey(String.valueOf(key))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ReplayJob job(String id) {
        return new ReplayJob(id, ReplayJob.versionsOf(List.of(new SubjectProjection())), true);
    }
}
