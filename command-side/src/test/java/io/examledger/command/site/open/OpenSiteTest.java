package io.examledger.command.site.open;

import static io.examledger.command.testing.ExamFacts.SITE;
import static io.examledger.command.testing.ExamFacts.siteOpened;
import static io.examledger.command.testing.Facts.LONG_AGO;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.command.site.open.OpenSiteHandler.SiteOpened;
import io.examledger.command.testing.Endpoint;
import io.examledger.command.testing.RecordedCommands;
import io.examledger.command.testing.Scenario;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenSiteTest {
    private final RecordedCommands commands = new RecordedCommands().answering(new SiteOpened("new"));
    private final Endpoint endpoint = Endpoint.forStaff(new OpenSiteController(commands, () -> "new", Endpoint.CLOCK));

    @Test
    @DisplayName("APT-3 a test center is where people sit")
    void a_site_is_opened() {
        Scenario.start()
                .when(new OpenSite(SITE, "Berlin Mitte", "Beispielstrasse 1", ZoneId.of("Europe/Berlin"), LONG_AGO))
                .thenEvents(siteOpened())
                .thenAnswer(new SiteOpened(SITE.value()));
    }

    @Test
    void name_address_and_zone_are_sent() {
        endpoint.post("/api/sites", body("Berlin Mitte", "Beispielstrasse 1", "Europe/Berlin"))
                .isAccepted(201, "{\"siteId\":\"new\"}");
        assertThat(commands.sent())
                .containsExactly(new OpenSite(
                        new io.examledger.kernel.site.SiteId("new"),
                        "Berlin Mitte",
                        "Beispielstrasse 1",
                        ZoneId.of("Europe/Berlin"),
                        Endpoint.NOW));
    }

    @ParameterizedTest
    @CsvSource({"'', Street, UTC, name", "Site, '', UTC, address", "Site, Street, '', zone", "Site, Street, Moon, zone"
    })
    void bad_fields_are_named(String name, String address, String zone, String bad) {
        endpoint.post("/api/sites", body(name, address, zone)).isBad(bad);
        assertThat(commands.sent()).isEmpty();
    }

    private static String body(String name, String address, String zone) {
        return "{\"name\": \"%s\", \"address\": \"%s\", \"zone\": \"%s\"}".formatted(name, address, zone);
    }
}
