package io.examledger.command.subject.introduce;

import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.introduced;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.command.Commands.Done;
import io.examledger.command.testing.Scenario;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntroduceSubjectTest {
    @Test
    @DisplayName("CAT-1 CAT-2 a subject enters the catalogue with all that it has")
    void a_subject_is_introduced() {
        Scenario.start()
                .when(command(Category.CAREER, "database", Level.EXPERT, PRICE))
                .thenEvents(new SubjectEvent.Introduced(
                        SUBJECT.value(),
                        "Database Expert",
                        Category.CAREER,
                        "database",
                        Level.EXPERT,
                        PRICE,
                        120,
                        List.of(DeliveryMode.TEST_CENTER),
                        ExamType.PRACTICAL,
                        NOW))
                .thenAnswer(new Done());
    }

    @Test
    @DisplayName("CAT-1 a specialty subject lies on no track and has no level")
    void a_specialty_subject_needs_no_track() {
        Scenario.start()
                .when(command(Category.SPECIALTY, null, null, PRICE))
                .thenEvents(new SubjectEvent.Introduced(
                        SUBJECT.value(),
                        "Database Expert",
                        Category.SPECIALTY,
                        null,
                        null,
                        PRICE,
                        120,
                        List.of(DeliveryMode.TEST_CENTER),
                        ExamType.PRACTICAL,
                        NOW));
    }

    @Test
    @DisplayName("CAT-1 a career subject lies on a track and has a level")
    void a_career_subject_without_track_or_level_is_no_command() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command(Category.CAREER, null, Level.EXPERT, PRICE))
                .withMessageContaining("CAT-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command(Category.CAREER, "database", null, PRICE))
                .withMessageContaining("CAT-1");
    }

    @Test
    @DisplayName("CAT-2 a subject has a price")
    void a_subject_for_nothing_is_no_command() {
        assertThatIllegalArgumentException().isThrownBy(() -> command(Category.SPECIALTY, null, null, usd(0)));
    }

    @Test
    void a_code_names_one_subject() {
        Scenario.given(introduced(SUBJECT, PRICE))
                .when(command(Category.CAREER, "database", Level.EXPERT, PRICE))
                .thenRefused("subject.code-taken");
    }

    private static IntroduceSubject command(
            Category category, @Nullable String track, @Nullable Level level, Money price) {
        return new IntroduceSubject(
                SUBJECT,
                "Database Expert",
                category,
                track,
                level,
                price,
                120,
                List.of(DeliveryMode.TEST_CENTER),
                ExamType.PRACTICAL,
                NOW);
    }
}
