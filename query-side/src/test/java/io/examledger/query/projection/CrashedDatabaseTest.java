package io.examledger.query.projection;

import static io.examledger.query.Happened.introduced;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.query.Database;
import io.examledger.query.ReadModels;
import io.examledger.query.subjects.SubjectProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Projections' transactions are not flushed: a crash of the database may take the last of them away. */
class CrashedDatabaseTest {
    @ParameterizedTest
    @EnumSource
    void what_a_crash_took_away_is_folded_again_although_the_processor_never_noticed(Database database) {
        try (ReadModels models = new ReadModels(database, new SubjectProjection())) {
            models.given(introduced("AAA"), introduced("BBB"), introduced("CCC"));
            models.execute("delete from read_model.subject where code <> 'AAA'");
            models.execute("update read_model.projection set position = 1 where name = 'subjects'");
            models.execute("update read_model.token set token = cast('1' as bytea) where processor_name = 'subjects'");

            models.given(introduced("DDD"));

            assertThat(models.rows("select code from read_model.subject order by code"))
                    .hasToString("[{code=AAA}, {code=BBB}, {code=CCC}, {code=DDD}]");
        }
    }

    /** The tests' server flushes nothing anyhow, so it is asked who said so. */
    @Test
    void on_postgresql_a_projection_does_not_wait_for_the_flush_and_others_do() {
        String setting =
                "select setting || ' by ' || source as flush from pg_settings where name = 'synchronous_commit'";
        try (ReadModels models = new ReadModels(Database.POSTGRESQL, new SubjectProjection())) {
            models.execute("""
                    create table seen (flush text);
                    create function note() returns trigger language plpgsql as
                      $$ begin insert into seen %s; return new; end $$;
                    create trigger note after insert on read_model.subject for each row execute function note()""".formatted(setting));

            models.given(introduced("AAA"));

            assertThat(models.rows("select flush from seen")).hasToString("[{flush=off by session}]");
            assertThat(models.rows(setting)).asString().doesNotContain("session");
        }
    }
}
