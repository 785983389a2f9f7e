package io.examledger.command.redeemcode;

import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.redeemcode.RedeemCodeId;

/**
 * A fresh code string as commands and events know it.
 *
 * @param digest for lookup
 * @param sealed for the owner's eyes
 */
public record NewCodeString(String digest, String sealed) {
    public static NewCodeString of(CodeString code, RedeemCodeId id, CodeStringVault vault) {
        return new NewCodeString(vault.digest(code), vault.seal(code, id));
    }
}
