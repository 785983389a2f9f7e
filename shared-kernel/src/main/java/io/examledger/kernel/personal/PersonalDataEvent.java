package io.examledger.kernel.personal;

import io.examledger.kernel.event.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the personal data of people apart from what they do themselves. None of it is in these events. */
public sealed interface PersonalDataEvent {
    /** Of this one event; each is a stream of its own. */
    String readId();

    /**
     * Somebody who sees all data, an operator or an auditor, was shown whose it is (ACC-4).
     *
     * @param reader the caller's subject
     * @param accounts of the people whose names were opened, sorted
     * @param resource what was asked for: method and path of the request, or the export
     * @param purpose number of the case it was for, as the reader gave it; null if they did not
     */
    @EventType(
            value = "personal-data.read",
            rules = {"ACC-4", "AUD-1"})
    record Read(
            String readId,
            String reader,
            List<String> accounts,
            String resource,
            @Nullable String purpose,
            Instant readAt)
            implements PersonalDataEvent {
        public Read {
            accounts = List.copyOf(accounts);
        }
    }
}
