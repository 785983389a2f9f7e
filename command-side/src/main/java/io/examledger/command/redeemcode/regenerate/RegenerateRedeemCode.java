package io.examledger.command.redeemcode.regenerate;

import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.CodeString;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;

/**
 * Gives a code a new string (COD-4).
 *
 * @param clear the new string, for the answer only; what is stored of it is {@code fresh}
 */
public record RegenerateRedeemCode(
        RedeemCodeId redeemCodeId, AccountId enterprise, CodeString clear, NewCodeString fresh, Instant at) {}
