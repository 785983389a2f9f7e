package io.examledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.examledger.kernel.announcement.Channel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessageIdTest {
    @Test
    @DisplayName("ORD-5 one cause has one message on each channel")
    void an_id_follows_from_cause_and_channel() {
        assertThat(MessageId.of("cause", Channel.EMAIL)).isEqualTo(new MessageId("cause-email"));
        assertThat(MessageId.of("cause", Channel.SMS)).hasToString("cause-sms");
    }

    @Test
    void what_could_not_be_in_a_header_is_no_id() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageId("a\r\nBcc: x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageId(""));
    }
}
