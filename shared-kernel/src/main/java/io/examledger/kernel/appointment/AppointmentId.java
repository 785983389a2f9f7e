package io.examledger.kernel.appointment;

import io.examledger.kernel.identity.IdentityText;

/** Identity of an appointment. */
public record AppointmentId(String value) {
    public AppointmentId {
        IdentityText.require("an appointment id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
