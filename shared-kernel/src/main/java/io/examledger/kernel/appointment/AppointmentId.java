package io.examledger.kernel.appointment;

import java.util.regex.Pattern;

/** Identity of an appointment. */
public record AppointmentId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public AppointmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an appointment id has 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
