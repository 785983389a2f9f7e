package io.examledger.command.redeemcode.unbind;

import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes a bound code back (COD-3).
 *
 * @param regenerated a new string in the same step, because the former holder knows the old one (COD-11b); null to keep it
 */
public record UnbindRedeemCode(
        RedeemCodeId redeemCodeId,
        AccountId enterprise,
        @Nullable NewCodeString regenerated,
        Instant at) {}
