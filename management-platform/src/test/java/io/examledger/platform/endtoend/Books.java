package io.examledger.platform.endtoend;

import static io.examledger.kernel.redeemcode.RedeemCodeStatus.BOUND;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.COMPLETED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.EXPIRED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.REFUNDED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.SCHEDULED;
import static io.examledger.kernel.redeemcode.RedeemCodeStatus.UNUSED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.examsession.ExamSessionEvent;
import io.examledger.kernel.examsession.ExamSessionId;
import io.examledger.kernel.order.OrderEvent;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.payment.BalanceEvent;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.refund.RefundEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes, registrations, seats and money, folded from the log apart from everything that the system itself folds. What
 * rule book §6 does not know, such as a code that is bound twice, is an error.
 */
final class Books {
    private final Map<String, Map<String, RedeemCodeStatus>> codes = new HashMap<>();
    private final Map<String, Set<String>> registrations = new HashMap<>();
    private final Map<String, Set<String>> seats = new HashMap<>();
    private final Map<String, List<Long>> returned = new HashMap<>();
    private final Map<String, Long> credited = new HashMap<>();
    private final Map<String, OrderEvent.Refunded> refunds = new HashMap<>();

    Books(List<Object> log) {
        for (Object event : log) {
            switch (event) {
                case RedeemCodeEvent e ->
                    codes.computeIfAbsent(e.orderId(), order -> new HashMap<>())
                            .compute(e.redeemCodeId(), (id, before) -> after(before, e));
                case CandidacyEvent e -> register(e);
                case ExamSessionEvent e -> seat(e);
                case RefundEvent.PartReturned e ->
                    returned.computeIfAbsent(e.orderId(), order -> new ArrayList<>())
                            .add(e.amount().amount());
                case BalanceEvent.Credited e ->
                    credited.merge(e.orderId(), e.amount().amount(), Long::sum);
                case OrderEvent.Refunded e ->
                    assertThat(refunds.put(e.orderId(), e))
                            .as("refunded before")
                            .isNull();
                default -> {}
            }
        }
    }

    private static RedeemCodeStatus after(@Nullable RedeemCodeStatus before, RedeemCodeEvent event) {
        return switch (event) {
            case RedeemCodeEvent.Issued e -> step(before, event, UNUSED);
            case RedeemCodeEvent.Bound e -> step(before, event, BOUND, UNUSED);
            case RedeemCodeEvent.Unbound e -> step(before, event, UNUSED, BOUND);
            case RedeemCodeEvent.Regenerated e -> step(before, event, UNUSED, UNUSED);
            case RedeemCodeEvent.Frozen e -> step(before, event, UNUSED, UNUSED);
            case RedeemCodeEvent.Released e -> step(before, event, UNUSED, UNUSED);
            case RedeemCodeEvent.OutlivedOrder e -> step(before, event, e.status(), UNUSED, SCHEDULED);
            case RedeemCodeEvent.Refunded e -> step(before, event, REFUNDED, UNUSED);
            case RedeemCodeEvent.Expired e -> step(before, event, EXPIRED, UNUSED, BOUND);
            case RedeemCodeEvent.Scheduled e -> step(before, event, SCHEDULED, BOUND);
            case RedeemCodeEvent.Unscheduled e -> step(before, event, e.status(), SCHEDULED);
            case RedeemCodeEvent.Completed e -> step(before, event, COMPLETED, SCHEDULED);
        };
    }

    private static RedeemCodeStatus step(
            @Nullable RedeemCodeStatus before,
            RedeemCodeEvent event,
            RedeemCodeStatus after,
            RedeemCodeStatus... from) {
        if (before == null ? from.length > 0 : !List.of(from).contains(before)) {
            throw new AssertionError(before + " before " + event);
        }
        return after;
    }

    private void register(CandidacyEvent event) {
        switch (event) {
            case CandidacyEvent.RegistrationOpened e ->
                assertThat(of(registrations, e.candidacyId()).add(e.registrationId()))
                        .isTrue();
            case CandidacyEvent.RegistrationWithdrawn e -> end(e.candidacyId(), e.registrationId());
            case CandidacyEvent.RegistrationExpired e -> end(e.candidacyId(), e.registrationId());
            case CandidacyEvent.RegistrationRefunded e -> end(e.candidacyId(), e.registrationId());
            case CandidacyEvent.RegistrationUsed e -> end(e.candidacyId(), e.registrationId());
            default -> {}
        }
    }

    private void end(String candidacy, String registration) {
        assertThat(of(registrations, candidacy).remove(registration)).isTrue();
    }

    private void seat(ExamSessionEvent event) {
        switch (event) {
            case ExamSessionEvent.SeatTaken e ->
                assertThat(of(seats, e.sessionId()).add(e.appointmentId())).isTrue();
            case ExamSessionEvent.SeatGivenBack e ->
                assertThat(of(seats, e.sessionId()).remove(e.appointmentId())).isTrue();
            default -> {}
        }
    }

    private static Set<String> of(Map<String, Set<String>> sets, String key) {
        return sets.computeIfAbsent(key, any -> new HashSet<>());
    }

    RedeemCodeStatus code(OrderId order, int number) {
        return requireNonNull(codes.getOrDefault(order.value(), Map.of())
                .get(RedeemCodeId.of(order, number).value()));
    }

    /** How many of the order's codes are in each state. */
    Map<RedeemCodeStatus, Integer> codes(OrderId order) {
        Map<RedeemCodeStatus, Integer> counts = new TreeMap<>();
        codes.getOrDefault(order.value(), Map.of()).values().forEach(status -> counts.merge(status, 1, Integer::sum));
        return counts;
    }

    /** Open ones of this person in this subject. */
    int registrations(CandidacyId candidacy) {
        return of(registrations, candidacy.toString()).size();
    }

    /** Those that are taken. */
    Set<String> seats(ExamSessionId session) {
        return of(seats, session.value());
    }

    /** The order is refunded once: so many places for their price, in these parts, and the balances say the same. */
    void assertRefunded(OrderId order, int places, Long... parts) {
        assertThat(returned.get(order.value()))
                .as("parts returned for %s", order)
                .containsExactly(parts);
        long total = Stream.of(parts).mapToLong(Long::longValue).sum();
        OrderEvent.Refunded refund = requireNonNull(refunds.get(order.value()));
        assertThat(refund.places()).isEqualTo(places);
        assertThat(refund.amount().amount()).isEqualTo(total).isEqualTo(places * RaceGround.PRICE);
        assertThat(credited.get(order.value())).as("credited for %s", order).isEqualTo(total);
        assertThat(codes(order).get(REFUNDED)).isEqualTo(places);
    }
}
