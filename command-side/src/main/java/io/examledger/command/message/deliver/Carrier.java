package io.examledger.command.message.deliver;

import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.AnnouncementText;
import io.examledger.kernel.message.Guarantee;
import io.examledger.kernel.message.MessageId;

/** Hands messages of one channel over. It logs neither address nor text. */
public interface Carrier {
    /** Stored with each attempt, for example {@code smtp}. */
    String name();

    Guarantee guarantee();

    /** Ends within {@link MessageCourier#PATIENCE}; how, it says itself and does not throw. */
    Handover handOver(Letter letter);

    /**
     * A message as it leaves: the one place where address and text are in clear.
     *
     * @param messageId the same in each attempt, for the other side to know it again
     * @param address an email address or a telephone number
     */
    record Letter(
            MessageId messageId, AnnouncementKind kind, String address, Language language, AnnouncementText text) {
        @Override
        public String toString() {
            return "Letter[" + messageId + "]";
        }
    }
}
