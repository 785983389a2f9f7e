package io.examledger.benchmarks.history;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.candidacy.CandidacyEvent;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderEndEvent;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reminders, and the end of the order that the teller knows (ORD-4, ORD-5, COD-9). */
final class Ends {
    private static final List<Integer> THRESHOLDS = List.of(90, 60, 30, 15);
    private static final int CHUNK = 500;

    private final Teller teller;
    private final Messages messages;

    Ends(Teller teller, Messages messages) {
        this.teller = teller;
        this.messages = messages;
    }

    /** @param holder null of an unused code, as is the registration */
    record Left(
            String redeemCodeId,
            @Nullable String holder,
            @Nullable String registrationId) {}

    /** @param nothingToLose nobody is reminded then */
    void remind(boolean nothingToLose) {
        teller.know("actor", "system");
        Instant validUntil = teller.known("validUntil", Instant.class);
        if (nothingToLose) {
            teller.at(validUntil.minus(Duration.ofDays(THRESHOLDS.getFirst())));
            teller.tell(OrderEndEvent.RemindersSkipped.class, Map.of("thresholds", THRESHOLDS));
            teller.done();
            return;
        }
        for (int threshold : THRESHOLDS) {
            teller.at(validUntil.minus(Duration.ofDays(threshold)));
            String due =
                    teller.tell(OrderEndEvent.ReminderDue.class, Map.of("threshold", threshold, "skipped", List.of()));
            teller.done();
            if (teller.known("kind", OrderKind.class) == OrderKind.ENTERPRISE) {
                messages.announce(due, teller.text("buyer"), "order.reminder", Channel.EMAIL);
            } else {
                messages.announce(due, teller.text("buyer"), "order.reminder", Channel.EMAIL, Channel.SMS);
            }
        }
    }

    /** An individual order's registration ends with it. */
    void expireIndividual() {
        expire();
        teller.tell(CandidacyEvent.RegistrationExpired.class);
        teller.done();
    }

    /** The registration that the teller knows has an appointment and outlives its order. */
    void outliveIndividual() {
        expire();
        teller.tell(CandidacyEvent.RegistrationOutlivedOrder.class);
        teller.done();
    }

    /** The code that the teller knows is scheduled and outlives its order, which has just ended. */
    void outlive() {
        teller.tell(RedeemCodeEvent.OutlivedOrder.class, Map.of("status", RedeemCodeStatus.SCHEDULED));
        teller.done();
    }

    /** @param codes what is left of the order, unused or bound */
    void expireEnterprise(List<Left> codes) {
        expire();
        teller.done();
        int quantity = teller.known("quantity", Integer.class);
        for (int from = 0; from < quantity; from += CHUNK) {
            int to = Math.min(from + CHUNK, quantity);
            codes.subList(Math.min(from, codes.size()), Math.min(to, codes.size()))
                    .forEach(this::expire);
            teller.tell(OrderEndEvent.RedeemCodesExpired.class, Map.of("from", from + 1, "to", to));
            teller.done();
        }
    }

    private void expire() {
        teller.know("actor", "system");
        teller.at(teller.known("validUntil", Instant.class));
        teller.tell(OrderEndEvent.Expired.class);
    }

    private void expire(Left code) {
        String holder = code.holder();
        Map<String, @Nullable Object> own = new HashMap<>();
        own.put("redeemCodeId", code.redeemCodeId());
        own.put("from", holder == null ? RedeemCodeStatus.UNUSED : RedeemCodeStatus.BOUND);
        own.put("holder", holder);
        own.put("registrationId", code.registrationId());
        teller.tell(RedeemCodeEvent.Expired.class, own);
        if (holder != null) {
            own.put("examinee", holder);
            own.put(
                    "candidacyId",
                    new CandidacyId(new AccountId(holder), new SubjectCode(teller.text("subject"))).toString());
            teller.tell(CandidacyEvent.RegistrationExpired.class, own);
        }
    }
}
