package io.examledger.platform.messages;

import io.examledger.command.message.deliver.Carrier.Letter;
import io.examledger.kernel.account.Language;
import io.examledger.kernel.announcement.AnnouncementKind;
import io.examledger.kernel.announcement.AnnouncementText;
import io.examledger.kernel.announcement.Channel;
import io.examledger.kernel.message.MessageId;
import java.util.Map;

/** A message to Ada, that her code was taken back. */
final class Letters {
    private Letters() {}

    static Letter to(String address, Channel channel, Language language) {
        return new Letter(
                MessageId.of("0198a3e2-0b1c-7a2d-9e3f-4c5d6e7f8091", channel),
                AnnouncementKind.REDEEM_CODE_UNBOUND,
                address,
                language,
                AnnouncementText.of(AnnouncementKind.REDEEM_CODE_UNBOUND, language, Map.of("subject", "PR000002")));
    }
}
