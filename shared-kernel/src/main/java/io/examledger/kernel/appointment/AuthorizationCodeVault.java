package io.examledger.kernel.appointment;

import io.examledger.kernel.redeemcode.CodeString;

/**
 * Keeps authorization codes out of clear text (APT-3). They have the form of code strings (COD-10), so that a typing error is
 * told from a wrong code.
 */
public interface AuthorizationCodeVault {
    /** A fresh authorization code from a cryptographic generator. */
    CodeString generate();

    /** Keyed digest, the same for the same code and appointment: URL-safe text. */
    String digest(CodeString code, AppointmentId appointment);

    /** Encrypts the code, bound to the appointment it belongs to. */
    String seal(CodeString code, AppointmentId appointment);

    /** @throws IllegalStateException if the text was not sealed for this appointment under a key that is known here */
    CodeString open(String sealed, AppointmentId appointment);
}
