package io.examledger.command.appointment;

import io.examledger.kernel.appointment.AppointmentId;
import io.examledger.kernel.appointment.AuthorizationCodeVault;
import io.examledger.kernel.redeemcode.CodeString;

/**
 * A fresh authorization code as events know it.
 *
 * @param digest for comparison
 * @param sealed for the examinee's eyes
 */
public record NewAuthorizationCode(String digest, String sealed) {
    public static NewAuthorizationCode of(CodeString code, AppointmentId id, AuthorizationCodeVault vault) {
        return new NewAuthorizationCode(vault.digest(code, id), vault.seal(code, id));
    }
}
