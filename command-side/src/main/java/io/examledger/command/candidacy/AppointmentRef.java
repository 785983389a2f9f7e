package io.examledger.command.candidacy;

/**
 * An appointment as its candidacy knows it; of the present registration or of one before it.
 *
 * @param owner the account that paid for the registration
 */
public record AppointmentRef(String appointmentId, String registrationId, String owner) {}
