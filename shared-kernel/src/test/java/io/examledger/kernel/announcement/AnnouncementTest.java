package io.examledger.kernel.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.event.AllSamples;
import io.examledger.kernel.event.EventCatalogue;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    /** The rules that promise an announcement. */
    private static final Set<String> PROMISES = Set.of("ORD-5", "ORD-6", "COD-11b", "APT-7");

    /** Events of these rules that nobody is told of. */
    private static final Set<String> SILENT = Set.of("account.language-chosen", "order.reminders-skipped");

    @Test
    @DisplayName("ORD-5, ORD-6, COD-11b, APT-7: what the rules promise to announce is announced")
    void no_promised_announcement_is_forgotten() {
        List<Object> promised = AllSamples.all().stream()
                .filter(event -> isPromised(event.getClass()))
                .toList();

        assertThat(promised)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(Announcement.of(event))
                        .as("%s: give it a line in Announcement.of, or name it in SILENT", event.getClass())
                        .isPresent());
    }

    private static boolean isPromised(Class<?> event) {
        var type = EventCatalogue.typeOf(event);
        return !type.value().startsWith("message.")
                && !SILENT.contains(type.value())
                && List.of(type.rules()).stream().anyMatch(PROMISES::contains);
    }

    @Test
    @DisplayName(
            "ORD-6, COD-11b: every kind of announcement comes of an event, and its text can be made in every language")
    void every_kind_comes_of_an_event_with_all_that_its_text_wants() {
        List<Announcement> announced = Stream.concat(
                        AllSamples.all().stream(), AppointmentAnnouncementsTest.announced())
                .flatMap(event -> Announcement.of(event).stream())
                .toList();

        assertThat(announced.stream().map(Announcement::kind)).contains(AnnouncementKind.values());
        assertThat(announced).allSatisfy(AnnouncementTextTest::assertThatEveryTextCanBeMade);
    }

    @Test
    @DisplayName("ORD-6 a purchase is announced to the enterprise that bought, an individual one to nobody")
    void only_an_enterprise_purchase_is_announced() {
        assertThat(Announcement.of(purchased(OrderKind.ENTERPRISE)))
                .contains(new Announcement(
                        "buyer",
                        AnnouncementKind.ORDER_PURCHASED,
                        Set.of(Channel.EMAIL),
                        Map.of(
                                "orderId", "order",
                                "subject", "PR000001",
                                "quantity", "3",
                                "validUntil", "2026-03-01T09:30:00Z"),
                        Instant.parse("2025-03-01T09:30:00Z")));
        assertThat(Announcement.of(purchased(OrderKind.INDIVIDUAL))).isEmpty();
    }

    private static OrderEvent purchased(OrderKind kind) {
        return new OrderEvent.Purchased(
                "order",
                "buyer",
                kind,
                "PR000001",
                3,
                List.of(),
                Instant.parse("2025-03-01T09:30:00Z"),
                Instant.parse("2026-03-01T09:30:00Z"),
                1);
    }
}
