package io.examledger.kernel.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.kernel.account.Language;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnnouncementTextTest {
    private static final Map<String, String> PURCHASE = Map.of(
            "orderId", "o-1",
            "subject", "PR000002",
            "quantity", "10",
            "validUntil", "2026-03-01T09:30:15.250Z");

    /** No placeholder stays, and no parameter is lost. */
    static void assertThatEveryTextCanBeMade(Announcement announcement) {
        for (Language language : Language.values()) {
            AnnouncementText text = AnnouncementText.of(announcement.kind(), language, announcement.parameters());
            String all = text.subject() + "\n" + text.brief() + "\n" + text.body();

            assertThat(all).as("%s in %s", announcement.kind(), language).doesNotContain("{", "}", "@time");
            assertThat(text.subject()).isNotBlank().doesNotContain("\n");
            assertThat(text.brief()).isNotBlank().doesNotContain("\n");
            announcement.parameters().forEach((name, value) -> {
                if (!value.endsWith("Z") && !name.equals("zone")) {
                    assertThat(all).as(name).contains(value);
                }
            });
        }
    }

    @Test
    @DisplayName("ORD-6 in English")
    void english_text_names_order_subject_quantity_and_end() {
        AnnouncementText text = AnnouncementText.of(AnnouncementKind.ORDER_PURCHASED, Language.EN, PURCHASE);

        assertThat(text.subject()).isEqualTo("Your order of 10 redeem codes for PR000002 is paid");
        assertThat(text.brief())
                .isEqualTo("Your order o-1 of 10 redeem codes for PR000002 is paid."
                        + " It is valid until 1 March 2026, 09:30 UTC.");
        assertThat(text.body()).contains("Order:         o-1\n", "Valid until:   1 March 2026, 09:30 UTC\n");
    }

    @Test
    @DisplayName("ORD-6 in Chinese")
    void chinese_text_names_order_subject_quantity_and_end() {
        AnnouncementText text = AnnouncementText.of(AnnouncementKind.ORDER_PURCHASED, Language.ZH, PURCHASE);

        assertThat(text.subject()).isEqualTo("您购买的 10 个 PR000002 考试兑换码已支付成功");
        assertThat(text.brief()).contains("o-1", "2026年3月1日 09:30 UTC");
    }

    @Test
    @DisplayName("APT-7 times are shown in the zone of the place, if there is one")
    void times_are_shown_in_the_zone_that_is_given() {
        Map<String, String> there = new HashMap<>(PURCHASE);
        there.put("zone", "Asia/Shanghai");

        assertThat(AnnouncementText.of(AnnouncementKind.ORDER_PURCHASED, Language.ZH, there)
                        .brief())
                .contains("2026年3月1日 17:30 Asia/Shanghai");
    }

    @Test
    void a_value_is_put_in_as_it_is() {
        Map<String, String> odd = new HashMap<>(PURCHASE);
        odd.put("orderId", "$1{subject}\\");

        assertThat(AnnouncementText.of(AnnouncementKind.ORDER_PURCHASED, Language.EN, odd)
                        .brief())
                .startsWith("Your order $1{subject}\\ of 10");
    }

    @Test
    void a_text_that_lacks_a_parameter_is_not_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnnouncementText.of(AnnouncementKind.ORDER_PURCHASED, Language.EN, Map.of()))
                .withMessageContaining("quantity");
    }
}
