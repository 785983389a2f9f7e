package io.examledger.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.account.AccountKind;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.account.Verification;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.appointment.AppointmentNotice;
import io.examledger.kernel.appointment.ConsentDocument;
import io.examledger.kernel.appointment.ExamOutcome;
import io.examledger.kernel.appointment.IdentityDocumentType;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.order.PaymentMethod;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.redeemcode.bulk.BulkAction;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("AUD-1 constants that have been stored keep their names")
class StoredConstantsTest {
    /** To be added to, never taken from: each of these names may be in somebody's log. */
    private static final Map<Class<?>, List<String>> STORED = Map.ofEntries(
            Map.entry(AccountKind.class, List.of("ROOT", "SUB")),
            Map.entry(Verification.class, List.of("NONE", "INDIVIDUAL", "CORPORATE")),
            Map.entry(Category.class, List.of("CAREER", "SPECIALTY")),
            Map.entry(Level.class, List.of("ASSOCIATE", "PROFESSIONAL", "EXPERT")),
            Map.entry(DeliveryMode.class, List.of("TEST_CENTER", "ONLINE_PROCTORED")),
            Map.entry(ExamType.class, List.of("THEORY", "PRACTICAL")),
            Map.entry(OrderKind.class, List.of("INDIVIDUAL", "ENTERPRISE")),
            Map.entry(PaymentMethod.class, List.of("BALANCE", "CARD", "PAYPAL")),
            Map.entry(
                    RedeemCodeStatus.class,
                    List.of("UNUSED", "BOUND", "SCHEDULED", "COMPLETED", "REFUNDED", "EXPIRED")),
            Map.entry(BulkAction.class, List.of("UNBIND", "REGENERATE")),
            Map.entry(Language.class, List.of("EN", "ZH")),
            Map.entry(Channel.class, List.of("EMAIL", "SMS")),
            Map.entry(Guarantee.class, List.of("AT_MOST_ONCE", "AT_LEAST_ONCE")),
            Map.entry(ConsentDocument.class, List.of("PRIVACY_DISCLOSURE", "EXAM_RULES")),
            Map.entry(
                    IdentityDocumentType.class,
                    List.of(
                            "PASSPORT",
                            "NATIONAL_ID",
                            "DRIVING_LICENCE",
                            "RESIDENCE_PERMIT",
                            "EMPLOYEE_ID",
                            "STUDENT_ID",
                            "HEALTH_CARD",
                            "BANK_CARD")),
            Map.entry(AppointmentNotice.class, List.of("SCHEDULED", "RESCHEDULED", "CANCELLED")),
            Map.entry(ExamOutcome.class, List.of("PASS", "FAIL", "INVALID")));

    @Test
    void every_enumeration_in_an_event_is_listed_here() {
        Stream<Class<?>> enumerations = EventCatalogue.events().stream()
                .flatMap(event -> EventField.of(event).stream())
                .flatMap(EventField::enumerations)
                .distinct();

        assertThat(enumerations).containsExactlyInAnyOrderElementsOf(STORED.keySet());
    }

    @Test
    void every_constant_has_the_name_it_is_stored_under() {
        STORED.forEach((enumeration, names) -> assertThat(
                        Arrays.stream(enumeration.getEnumConstants()).map(Object::toString))
                .as(enumeration.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(names));
    }
}
