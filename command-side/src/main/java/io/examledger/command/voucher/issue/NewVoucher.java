package io.examledger.command.voucher.issue;

import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.CodeStringVault;
import io.examledger.kernel.voucher.VoucherId;

/**
 * A voucher to be issued.
 *
 * @param clear its code string, for the answer only
 * @param digest for lookup
 * @param sealed for the issuer's eyes
 */
public record NewVoucher(VoucherId voucherId, CodeString clear, String digest, String sealed) {
    /** With a fresh code string. */
    public static NewVoucher of(VoucherId id, CodeStringVault vault) {
        CodeString clear = vault.generate();
        return new NewVoucher(id, clear, vault.digest(clear), vault.seal(clear, id));
    }
}
