package io.examledger.kernel.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.account.Language;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.AppointmentNoticeEvent;
import io.examledger.kernel.site.Venue;
import io.examledger.kernel.subject.DeliveryMode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppointmentAnnouncementsTest {
    private static final Venue BERLIN = new Venue("Berlin Mitte", "Beispielstrasse 1", "Europe/Berlin");
    private static final Instant START = Instant.parse("2026-07-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

    static Stream<AppointmentNoticeEvent.Due> announced() {
        return Stream.of(AppointmentNotice.values())
                .flatMap(notice -> Stream.of(due(notice, BERLIN), due(notice, null)));
    }

    @ParameterizedTest
    @MethodSource("announced")
    @DisplayName("APT-7 reservation, change and cancellation are announced to the examinee by SMS and email")
    void the_examinee_is_told_by_sms_and_email(AppointmentNoticeEvent.Due event) {
        Announcement announcement = Announcement.of(event).orElseThrow();

        assertThat(announcement.recipient()).isEqualTo("ada");
        assertThat(announcement.channels()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
        assertThat(announcement.at()).isEqualTo(NOW);
        AnnouncementTextTest.assertThatEveryTextCanBeMade(announcement);
    }

    @ParameterizedTest
    @MethodSource("announced")
    @DisplayName("APT-7 REF-P2 what fits into an SMS names time, place and what to show")
    void the_brief_names_time_place_and_documents(AppointmentNoticeEvent.Due event) {
        String english = text(event, Language.EN).brief();
        String chinese = text(event, Language.ZH).brief();

        assertThat(english).contains("PR000001").contains(" ID");
        assertThat(chinese).contains("PR000001").contains("证件");
        if (english.contains("online")) {
            assertThat(english).contains("1 July 2026, 09:00 UTC");
            assertThat(chinese).contains("2026年7月1日 09:00 UTC").contains("在线");
        } else {
            assertThat(english).contains("1 July 2026, 11:00 Europe/Berlin", "Berlin Mitte", "Beispielstrasse 1");
            assertThat(chinese).contains("2026年7月1日 11:00 Europe/Berlin", "Berlin Mitte", "Beispielstrasse 1");
        }
    }

    @Test
    @DisplayName("APT-3 APT-7 at a site one document is asked for, online two and the authorization code")
    void the_documents_are_those_of_the_mode() {
        assertThat(text(due(AppointmentNotice.SCHEDULED, BERLIN), Language.EN).body())
                .contains("Bring one unexpired government-issued photo ID")
                .contains("Sign in from:   1 July 2026, 10:30 Europe/Berlin");
        assertThat(text(due(AppointmentNotice.SCHEDULED, null), Language.EN).body())
                .contains("Have two documents ready")
                .contains("authorization code");
        assertThat(text(due(AppointmentNotice.RESCHEDULED, BERLIN), Language.EN).body())
                .contains("Before:         24 June 2026, 11:00 Europe/Berlin");
    }

    private static AnnouncementText text(AppointmentNoticeEvent.Due event, Language language) {
        Announcement announcement = Announcement.of(event).orElseThrow();
        return AnnouncementText.of(announcement.kind(), language, announcement.parameters());
    }

    private static AppointmentNoticeEvent.Due due(AppointmentNotice notice, @Nullable Venue venue) {
        return new AppointmentNoticeEvent.Due(
                "appointment",
                "ada",
                "acme",
                "PR000001",
                "registration",
                notice,
                venue == null ? DeliveryMode.ONLINE_PROCTORED : DeliveryMode.TEST_CENTER,
                venue,
                START,
                notice == AppointmentNotice.RESCHEDULED ? START.minus(Duration.ofDays(7)) : null,
                START.minus(Duration.ofMinutes(30)),
                START.plus(Duration.ofMinutes(20)),
                NOW);
    }
}
