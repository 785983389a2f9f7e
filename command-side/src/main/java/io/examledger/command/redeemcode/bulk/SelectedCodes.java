package io.examledger.command.redeemcode.bulk;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.util.List;

/** Finds an enterprise's codes by what is known of them, which only the read models can. */
public interface SelectedCodes {
    /**
     * The next codes in the order of their issue, once everything up to {@code until} is known.
     *
     * @param after position in the log after which the codes were issued
     * @param until position in the log up to which the codes were issued
     * @param limit most codes to answer
     */
    List<Found> find(AccountId enterprise, CodeFilter filter, long after, long until, int limit);

    /** @param position in the log of the code's issue */
    record Found(RedeemCodeId redeemCodeId, long position) {}
}
