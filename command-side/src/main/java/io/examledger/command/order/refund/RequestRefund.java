package io.examledger.command.order.refund;

import io.examledger.command.LoadsTogether;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.refund.RefundId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks for an order's one refund.
 *
 * @param redeemCodes none twice; empty for all that are unused
 */
public record RequestRefund(
        RefundId refundId, OrderId orderId, AccountId buyer, List<RedeemCodeId> redeemCodes, Instant at)
        implements LoadsTogether {
    public RequestRefund {
        redeemCodes = List.copyOf(redeemCodes);
    }

    @Override
    public Set<String> aggregateIds() {
        Set<String> ids = new HashSet<>(Set.of(orderId.value()));
        redeemCodes.forEach(code -> ids.add(code.value()));
        return ids;
    }
}
