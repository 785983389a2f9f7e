package io.examledger.query.access;

import java.util.Set;

/**
 * Learns whose personal data is opened. What opens it cannot be made without one, so that no endpoint can forget it; what
 * staff are shown is in the log before they see it.
 */
@FunctionalInterface
public interface PersonalDataReads {
    /**
     * @param accounts of the people; never empty
     * @throws RuntimeException if it cannot be kept; then nothing may be shown
     */
    void opened(Set<String> accounts);
}
