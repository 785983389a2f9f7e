package io.examledger.kernel.appointment;

/** What the examinee is told of (APT-7). */
public enum AppointmentNotice {
    SCHEDULED,
    RESCHEDULED,
    CANCELLED
}
