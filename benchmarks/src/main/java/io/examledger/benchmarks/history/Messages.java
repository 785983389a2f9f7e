package io.examledger.benchmarks.history;

import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageEvent;
import io.examledger.kernel.message.MessageId;
import io.examledger.kernel.message.MessageParameter;
import java.util.List;
import java.util.Map;

/** What becomes of announcements on their channels (ORD-5, ORD-6, COD-11b, APT-7). */
final class Messages {
    private static final double FAILS = 0.03;
    private static final double GIVEN_UP = 0.01;
    private static final double IN_DOUBT = 0.01;
    private static final double LOGGED = 0.05;

    private final Teller teller;

    Messages(Teller teller) {
        this.teller = teller;
    }

    /**
     * @param cause id of the event that is announced
     * @param announcement its key
     */
    void announce(String cause, String recipient, String announcement, Channel... channels) {
        teller.know("actor", "system");
        for (Channel channel : channels) {
            teller.know("messageId", MessageId.of(cause, channel).value()).know("recipient", recipient);
            teller.tell(
                    MessageEvent.Requested.class,
                    Map.of(
                            "channel",
                            channel,
                            "announcement",
                            announcement,
                            "parameters",
                            List.of(new MessageParameter("subject", teller.text("subject"))),
                            "cause",
                            cause));
            teller.done();
            deliver(channel);
        }
    }

    private void deliver(Channel channel) {
        String carrier = channel == Channel.EMAIL ? "smtp" : "webhook";
        int attempt = 1;
        start(attempt, carrier);
        if (teller.chance(FAILS)) {
            teller.tell(MessageEvent.AttemptFailed.class, Map.of("attempt", attempt, "reason", "carrier.busy"));
            teller.done();
            attempt++;
            start(attempt, carrier);
        }
        double draw = teller.random().nextDouble();
        if (draw < GIVEN_UP) {
            teller.tell(MessageEvent.GivenUp.class, Map.of("attempts", attempt, "reason", "address.refused"));
        } else if (draw < GIVEN_UP + IN_DOUBT) {
            teller.tell(MessageEvent.LeftInDoubt.class, Map.of("attempt", attempt, "reason", "carrier.silent"));
        } else if (draw < GIVEN_UP + IN_DOUBT + LOGGED) {
            teller.tell(MessageEvent.Logged.class, Map.of("attempt", attempt));
        } else {
            teller.tell(MessageEvent.Sent.class, Map.of("attempt", attempt));
        }
        teller.done();
    }

    private void start(int attempt, String carrier) {
        teller.tell(
                MessageEvent.AttemptStarted.class,
                Map.of("attempt", attempt, "carrier", carrier, "guarantee", Guarantee.AT_MOST_ONCE));
        teller.done();
    }
}
