package io.examledger.platform.settings;

import java.util.List;

/** The start is refused: something has to be set that has no safe default. */
final class MissingSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Setting> settings;

    /**
     * @param property what to set
     * @param variable the environment variable that sets it, too
     * @param purpose what it is for
     */
    record Setting(String property, String variable, String purpose) {
        @Override
        public String toString() {
            return "%s (environment variable %s): %s".formatted(property, variable, purpose);
        }
    }

    MissingSettings(List<Setting> settings) {
        super("not set: " + settings);
        this.settings = List.copyOf(settings);
    }

    List<Setting> settings() {
        return settings;
    }
}
