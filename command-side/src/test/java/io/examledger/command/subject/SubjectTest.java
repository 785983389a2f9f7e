package io.examledger.command.subject;

import static io.examledger.command.testing.Facts.LONG_AGO;
import static io.examledger.command.testing.Facts.NOW;
import static io.examledger.command.testing.Facts.PRICE;
import static io.examledger.command.testing.Facts.SUBJECT;
import static io.examledger.command.testing.Facts.introduced;
import static io.examledger.command.testing.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.order.place.PlaceOrder;
import io.examledger.command.subject.price.ChangeSubjectPrice;
import io.examledger.command.subject.retire.RetireSubject;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.SubjectEvent;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    private static final Money HIGHER = usd(17_500);
    private static final SubjectEvent RETIRED = new SubjectEvent.Retired(SUBJECT.value(), LONG_AGO);

    private final AggregateTestFixture<Subject> subject = new AggregateTestFixture<>(Subject.class);

    @Test
    @DisplayName("CAT-3 the price changes")
    void the_price_changes() {
        subject.given(introduced(SUBJECT, PRICE))
                .when(new ChangeSubjectPrice(SUBJECT, HIGHER, NOW))
                .expectEvents(new SubjectEvent.PriceChanged(SUBJECT.value(), HIGHER, NOW));
    }

    @Test
    void the_same_price_changes_nothing() {
        subject.given(introduced(SUBJECT, PRICE), new SubjectEvent.PriceChanged(SUBJECT.value(), HIGHER, LONG_AGO))
                .when(new ChangeSubjectPrice(SUBJECT, HIGHER, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    @DisplayName("CAT-3 a subject is retired")
    void a_subject_is_retired() {
        subject.given(introduced(SUBJECT, PRICE))
                .when(new RetireSubject(SUBJECT, NOW))
                .expectEvents(new SubjectEvent.Retired(SUBJECT.value(), NOW));
    }

    @Test
    void a_repeated_retirement_changes_nothing() {
        subject.given(introduced(SUBJECT, PRICE), RETIRED)
                .when(new RetireSubject(SUBJECT, NOW))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_retired_subject_takes_no_new_price() {
        subject.given(introduced(SUBJECT, PRICE), RETIRED)
                .when(new ChangeSubjectPrice(SUBJECT, HIGHER, NOW))
                .expectException(Refused.class)
                .expectExceptionMessage("subject.retired")
                .expectException(
                        Matchers.<Refused>matches(refused -> refused.refusal() instanceof Refusal.Conflict conflict
                                && conflict.detail().contains("its price cannot be changed")))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ListPrice.HIGHEST + 1, Long.MAX_VALUE})
    @DisplayName("CAT-2 a list price lies within bounds")
    void a_price_out_of_bounds_is_no_command(long amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeSubjectPrice(SUBJECT, usd(amount), NOW))
                .withMessageContaining("list price");
    }

    @Test
    @DisplayName("CAT-2 the largest order at the highest price has a total")
    void no_order_is_too_dear_to_be_counted() {
        Money highest = new ChangeSubjectPrice(SUBJECT, usd(ListPrice.HIGHEST), NOW).price();
        assertThat(highest.times(PlaceOrder.MAX_QUANTITY)).isEqualTo(usd(100_000_000_000_000L));
    }
}
