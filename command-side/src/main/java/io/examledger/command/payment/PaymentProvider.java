package io.examledger.command.payment;

import io.examledger.command.Refused;
import io.examledger.kernel.order.PaymentMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever moves money. Some of it is kept here, and moves in the transaction that says so ({@code book…}). Some is kept
 * elsewhere, and moves before that, outside of any transaction ({@code capture}, {@code giveBack}): those calls may fail
 * without telling what became of them, and are made again with the same key until they tell.
 */
public interface PaymentProvider {
    /** Whether money of this method is kept elsewhere. */
    boolean isElsewhere(PaymentMethod method);

    /**
     * Takes money that is kept elsewhere, once for each key.
     *
     * @param key the same for the same part of the same payment
     * @throws PaymentProviderUnavailable if it is not known whether the money was taken; the same call will tell
     */
    Capture capture(Charge charge, String key);

    /**
     * Takes money that is kept here, with the running command. Of money kept elsewhere there is nothing to book.
     *
     * @throws Refused if there is too little
     */
    void bookCharge(Charge charge, Instant at);

    /**
     * Gives money that is kept elsewhere back, once for each key.
     *
     * @return by which the provider knows it
     * @throws PaymentProviderUnavailable if it is not known, or not yet, that the money went back; the same call will tell
     */
    String giveBack(Return back);

    /** Gives money that is kept here back, with the running command. Of money kept elsewhere there is nothing to book. */
    void bookReturn(Return back, Instant at);

    /** What became of a capture. */
    sealed interface Capture {
        /** @param reference by which the provider knows the money, to give it back */
        record Captured(String reference) implements Capture {}

        /** @param reason for people; tells nothing that is secret */
        record Declined(String reason) implements Capture {}

        /** @param address at which the payer says yes; null if the provider has not said where */
        record NeedsApproval(@Nullable String address) implements Capture {}
    }
}
