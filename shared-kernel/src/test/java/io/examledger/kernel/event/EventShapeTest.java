package io.examledger.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventShapeTest {
    static List<Class<?>> events() {
        return EventCatalogue.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_a_named_record_of_plain_data(Class<?> event) {
        assertThat(EventShape.faultsOf(event)).isEmpty();
    }

    @Test
    void no_two_events_have_one_name() {
        assertThat(events().stream().map(event -> EventCatalogue.typeOf(event).value()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void families_are_sealed() {
        assertThat(EventCatalogue.families()).isNotEmpty().allMatch(Class::isSealed);
    }

    @Test
    void every_annotated_class_of_the_kernel_is_in_the_catalogue() throws IOException, URISyntaxException {
        Path classes = Path.of(EventType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(files.filter(file -> file.toString().endsWith(".class"))
                            .<Class<?>>map(file -> load(classes.relativize(file)))
                            .filter(type -> type.isAnnotationPresent(EventType.class)))
                    .containsExactlyInAnyOrderElementsOf(events());
        }
    }

    private static Class<?> load(Path classFile) {
        try {
            String path = classFile.toString().replace(classFile.getFileSystem().getSeparator(), ".");
            return Class.forName(path.substring(0, path.length() - ".class".length()), false, loader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClassLoader loader() {
        return EventShapeTest.class.getClassLoader();
    }

    @Test
    void a_class_without_a_stored_name_has_no_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCatalogue.typeOf(BadSampleEvent.Unnamed.class))
                .withMessageContaining("Unnamed");
    }

    /** The fence, shown to hold. */
    @Test
    void a_bad_event_is_found() {
        assertThat(EventShape.faultsOf(BadSampleEvent.Unnamed.class)).containsExactly("no @EventType");
        assertThat(EventShape.faultsOf(BadSampleEvent.BadlyNamed.class))
                .containsExactly("the name is not aggregate.fact in kebab case");
        assertThat(EventShape.faultsOf(BadSampleEvent.OfAnotherFamily.class))
                .containsExactly("the name does not start with the family's aggregate");
        assertThat(EventShape.faultsOf(BadSampleEvent.UnrevisedAndUnruled.class))
                .containsExactly("the revision is not counted from 1", "the rules are not numbers of the rule book");
        assertThat(EventShape.faultsOf(BadSampleEvent.NoRecord.class)).containsExactly("not a record");
        assertThat(EventShape.faultsOf(BadSampleEvent.NotPlain.class))
                .containsExactly(
                        "any is not plain data",
                        "decimal is not plain data",
                        "span is not plain data",
                        "maybe is not plain data",
                        "map is not plain data",
                        "list is not plain data",
                        "set is not plain data",
                        "boxed is not plain data");
    }

    sealed interface BadSampleEvent {
        record Unnamed(String id) implements BadSampleEvent {}

        @EventType(value = "bad-sample.Shouted", rules = "COD-1")
        record BadlyNamed(String id) implements BadSampleEvent {}

        @EventType(value = "order.bad", rules = "COD-1")
        record OfAnotherFamily(String id) implements BadSampleEvent {}

        @EventType(value = "bad-sample.counted", revision = 0, rules = "cod 1")
        record UnrevisedAndUnruled(String id) implements BadSampleEvent {}

        @EventType(value = "bad-sample.classed", rules = "COD-11a")
        final class NoRecord implements BadSampleEvent {}

        @EventType(value = "bad-sample.filled", rules = "REF-P1")
        record NotPlain(
                Object any,
                double decimal,
                Duration span,
                Optional<String> maybe,
                Map<String, String> map,
                List<Object> list,
                Set<String> set,
                Integer boxed,
                String good,
                List<Instant> alsoGood)
                implements BadSampleEvent {}
    }
}
