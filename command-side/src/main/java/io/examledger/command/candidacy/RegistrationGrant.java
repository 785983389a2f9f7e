package io.examledger.command.candidacy;

import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What gives a person the right to sit a subject once.
 *
 * @param owner the account that paid for it
 * @param redeemCodeId null if the examinee bought the place directly
 * @param validUntil end of the order's validity (ORD-8)
 */
public record RegistrationGrant(
        String registrationId,
        AccountId owner,
        OrderId orderId,
        @Nullable RedeemCodeId redeemCodeId,
        Instant validUntil) {}
