package io.examledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Older rows are served until newer ones have been built beside them, so nothing may take them away before (ADR 0021). */
class ReadModelMigrationsTest {
    /** The first that keeps to it. */
    private static final int SINCE = 280;

    private static final Pattern ADDS = Pattern.compile(
            "create table .*|create (unique )?index .*|insert into read_model\\.(projection|token) .*"
                    + "|alter table \\S+ add column (?!.*not null)[^,]*|alter table \\S+ add column [^,]* default [^,]*");

    /** Nobody's rows are in the others. */
    private static final Set<String> SERVED = Stream.concat(
                    ReadModels.everyProjection().stream().flatMap(projection -> projection.tables().stream()),
                    Stream.of("projection", "token", "dead_letter"))
            .collect(Collectors.toUnmodifiableSet());

    @Test
    @DisplayName("AUD-3 migrations of read models only add: what is served goes on until it is exchanged")
    void migrations_only_add_to_what_is_served() throws IOException {
        List<String> statements = new ArrayList<>();
        for (Resource script :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/readmodel/common/V*.sql")) {
            String name = String.valueOf(script.getFilename());
            if (Integer.parseInt(name.substring(1, name.indexOf("__"))) >= SINCE) {
                statements.addAll(List.of(
                        script.getContentAsString(StandardCharsets.UTF_8).split(";")));
            }
        }
        assertThat(statements)
                .isNotEmpty()
                .as("raise the version of the projection instead")
                .allMatch(ReadModelMigrationsTest::onlyAdds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate table read_model.bill",
                "delete from read_model.bill_part",
                "update read_model.projection set position = 0 where name = 'bills'",
                "alter table read_model.overview add column failed bigint not null",
                "alter table read_model.overview drop column passed",
                "-- Why.\nalter table read_model.overview\n  alter column passed set not null"
            })
    void what_takes_away_is_found(String statement) {
        assertThat(onlyAdds(statement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table read_model.overview add column failed bigint default 0 not null",
                "alter table read_model.overview add column failed bigint",
                "create index overview_failed on read_model.overview (failed)",
                "insert into read_model.projection (name, version, position) values ('failures', 1, 0)",
                "alter table read_model.replay drop column touched_at"
            })
    void what_adds_is_let_through(String statement) {
        assertThat(onlyAdds(statement)).isTrue();
    }

    private static boolean onlyAdds(String statement) {
        String one =
                statement.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").strip();
        boolean concerned = SERVED.stream()
                .anyMatch(table -> Pattern.compile("read_model\\." + table + "\\b")
                        .matcher(one)
                        .find());
        return !concerned || ADDS.matcher(one).matches();
    }
}
