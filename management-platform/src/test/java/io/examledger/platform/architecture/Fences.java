package io.examledger.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.personal.PersonalDataVault;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Rules about the packages below a root; the root is a parameter so that they can be tried on bad examples. */
final class Fences {
    /** Endings that say "something with" instead of what a class is. */
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Manager|Util|Utils|Helper|Dto|DTO|Service|Processor)");

    private static final Pattern DRAWER = Pattern.compile("(controllers?|services?|dtos?|utils?|common|helpers?|misc)");

    private final String root;

    Fences(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        return Map.ofEntries(
                Map.entry("kernel is plain Java", kernelIsPlain()),
                Map.entry("event store knows no exams", storeKnowsNoExams()),
                Map.entry("command does not see query", apart("command", "query")),
                Map.entry("query does not see command", apart("query", "command")),
                Map.entry("nobody sees the platform", nobodySeesThePlatform()),
                Map.entry("time and chance come from outside", noHiddenInputs()),
                Map.entry("aggregates only decide", aggregatesOnlyDecide()),
                Map.entry("null is marked", nullIsMarked()),
                Map.entry("no drawers", noDrawers()),
                Map.entry("names say what a thing is", namesSayWhat()),
                Map.entry("one place shows personal data", onePlaceShowsPersonalData()));
    }

    private String[] in(String... segments) {
        return Stream.of(segments).map(segment -> root + "." + segment + "..").toArray(String[]::new);
    }

    private ArchRule kernelIsPlain() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("kernel"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "jakarta..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(in("command", "query", "eventstore", "platform"));
    }

    private ArchRule storeKnowsNoExams() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("eventstore"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("kernel", "command", "query"));
    }

    private ArchRule apart(String one, String other) {
        return noClasses()
                .that()
                .resideInAnyPackage(in(one))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in(other, "eventstore"));
    }

    private ArchRule nobodySeesThePlatform() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("kernel", "command", "query", "eventstore"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("platform"));
    }

    private ArchRule noHiddenInputs() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("kernel", "command", "query"))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random");
    }

    private ArchRule aggregatesOnlyDecide() {
        DescribedPredicate<JavaClass> aggregate = DescribedPredicate.describe(
                "are aggregates",
                type -> type.getAllFields().stream()
                        .anyMatch(field ->
                                field.isAnnotatedWith("org.axonframework.modelling.command.AggregateIdentifier")));
        return noClasses()
                .that(aggregate)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..",
                        "java.util.logging..",
                        "java.sql..",
                        "javax.sql..",
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "org.springframework..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, java.util.Random.class)
                .allowEmptyShould(true);
    }

    private ArchRule nullIsMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(Conditions.that(
                        "lie in a @NullMarked package",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
    }

    private ArchRule noDrawers() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(Conditions.that(
                        "lie in a package named after what it is about",
                        type -> Stream.of(belowRoot(type).split("\\."))
                                .noneMatch(segment -> DRAWER.matcher(segment).matches())));
    }

    private ArchRule namesSayWhat() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(Conditions.that(
                        "have a name that says what they are",
                        type -> !EMPTY_NAME.matcher(type.getSimpleName()).matches()));
    }

    /** So that whose it was is always told (ACC-4). */
    private ArchRule onePlaceShowsPersonalData() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("query"))
                .and()
                .doNotHaveFullyQualifiedName(root + ".query.accounts.AccountNames")
                .should()
                .callMethod(PersonalDataVault.class, "open", String.class, AccountId.class);
    }

    private String belowRoot(JavaClass type) {
        return type.getPackageName().substring(root.length());
    }
}
