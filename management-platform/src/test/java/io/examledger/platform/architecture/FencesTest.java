package io.examledger.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FencesTest {
    private static final String ROOT = "io.examledger";
    private static final String BAD = "io.examledger.platform.architecture.bad";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BAD_EXAMPLES = new ClassFileImporter().importPackages(BAD);

    static Stream<String> rules() {
        return new Fences(ROOT).all().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void our_code_stays_inside(String rule) {
        rule(ROOT, rule).allowEmptyShould(true).check(OURS);
    }

    @ParameterizedTest
    @CsvSource({
        "kernel is plain Java, KernelWithSpring",
        "kernel is plain Java, KernelThatKnowsCommands",
        "event store knows no exams, StoreThatKnowsExams",
        "command does not see query, CommandThatReadsViews",
        "query does not see command, QueryThatSendsCommands",
        "nobody sees the platform, CommandThatKnowsThePlatform",
        "time and chance come from outside, CommandWithItsOwnTime",
        "time and chance come from outside, CommandWithItsOwnChance",
        "aggregates only decide, AggregateThatTalks",
        "aggregates only decide, AggregateThatLooksAtTheClock",
        "null is marked, Unmarked",
        "no drawers, InADrawer",
        "names say what a thing is, CodeManager",
        "names say what a thing is, CodeServiceImpl",
        "one place shows personal data, QueryThatOpensNames"
    })
    void each_fence_holds_a_bad_example_back(String rule, String example) {
        EvaluationResult result = rule(BAD, rule).evaluate(BAD_EXAMPLES);
        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(example));
    }

    @Test
    void the_fences_look_at_every_module_there_is() {
        assertThat(OURS.contain("io.examledger.kernel.order.OrderId")).isTrue();
        assertThat(OURS.contain("io.examledger.eventstore.Ledger")).isTrue();
        assertThat(OURS.contain("io.examledger.command.Commands")).isTrue();
        assertThat(OURS.contain("io.examledger.query.NotFound")).isTrue();
        assertThat(OURS.contain("io.examledger.platform.ExamLedgerApplication")).isTrue();
        assertThat(OURS.contain(FencesTest.class)).isFalse();
    }

    private static ArchRule rule(String root, String name) {
        ArchRule rule = new Fences(root).all().get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no fence named " + name);
        }
        return rule;
    }
}
