package io.examledger.command.order.issue;

import io.examledger.command.Claims;
import io.examledger.command.Commands.Done;
import io.examledger.command.order.Order;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.command.redeemcode.RedeemCode.Origin;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Issues codes: the chunk is marked on the order in the same transaction, so that each code is issued once (ORD-7). */
public class IssueRedeemCodesHandler {
    private final Repository<Order> orders;
    private final Repository<RedeemCode> redeemCodes;
    private final Claims claims;

    public IssueRedeemCodesHandler(Repository<Order> orders, Repository<RedeemCode> redeemCodes, Claims claims) {
        this.orders = orders;
        this.redeemCodes = redeemCodes;
        this.claims = claims;
    }

    @CommandHandler
    public Done handle(IssueRedeemCodes command) throws Exception {
        Aggregate<Order> order = orders.load(command.orderId().value());
        if (order.invoke(o -> o.issueChunk(command.from(), command.to(), command.at()))) {
            Origin origin =
                    order.invoke(o -> new Origin(command.orderId().value(), o.buyer(), o.subject(), o.validUntil()));
            for (int i = 0; i < command.codes().size(); i++) {
                RedeemCodeId id = RedeemCodeId.of(command.orderId(), command.from() + i);
                NewCodeString code = command.codes().get(i);
                claims.claim(Claims.REDEEM_CODE, code.digest(), id.value());
                redeemCodes.newInstance(() -> RedeemCode.issue(id, origin, code, command.at()));
            }
        }
        return new Done();
    }
}
