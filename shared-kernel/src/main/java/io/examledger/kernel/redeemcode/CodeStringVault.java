package io.examledger.kernel.redeemcode;

import io.examledger.kernel.voucher.VoucherId;

/** Keeps code strings out of clear text (COD-10): a keyed digest finds a code, its encrypted form is for the owner. */
public interface CodeStringVault {
    /** A fresh code string from a cryptographic generator. */
    CodeString generate();

    /** Keyed digest, the same for the same string: URL-safe text. */
    String digest(CodeString code);

    /** Encrypts the string, bound to the code it belongs to. */
    String seal(CodeString code, RedeemCodeId id);

    /** Encrypts a voucher's string, bound to the voucher. */
    String seal(CodeString code, VoucherId id);

    /** @throws IllegalStateException if the text was not sealed for this code under a key that is known here */
    CodeString open(String sealed, RedeemCodeId id);
}
