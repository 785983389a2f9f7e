package io.examledger.platform.axon;

import io.examledger.command.message.deliver.Carrier;
import io.examledger.command.message.deliver.Handover;
import io.examledger.kernel.message.Guarantee;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what is handed over, by message. */
final class CountingCarrier implements Carrier {
    private final Guarantee guarantee;
    private final Map<String, Integer> letters = new ConcurrentHashMap<>();
    private volatile Handover outcome = new Handover.Accepted();
    private volatile boolean crashing;

    CountingCarrier(Guarantee guarantee) {
        this.guarantee = guarantee;
    }

    /** The process ends after the hand-over. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    void crash(boolean now) {
        crashing = now;
    }

    void answer(Handover given) {
        outcome = given;
    }

    /** How often each message was handed over. */
    Map<String, Integer> letters() {
        return letters;
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public Guarantee guarantee() {
        return guarantee;
    }

    @Override
    public Handover handOver(Letter letter) {
        letters.merge(letter.messageId().value(), 1, Integer::sum);
        if (crashing) {
            throw new Crash();
        }
        return outcome;
    }
}
