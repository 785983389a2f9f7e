package io.examledger.command.order.refund;

import io.examledger.command.Refusals;
import io.examledger.command.candidacy.Candidacies;
import io.examledger.command.order.Order;
import io.examledger.command.order.OrderRefund.Bought;
import io.examledger.command.redeemcode.RedeemCode;
import io.examledger.kernel.candidacy.CandidacyId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes requests for refunds. The codes and the money are a policy's; what can be refused at once is. */
public class RequestRefundHandler {
    /** Of a larger order nobody looks beforehand whether any code is unused. */
    private static final int LOOKED_THROUGH = 1_000;

    private final Repository<Order> orders;
    private final Repository<RedeemCode> redeemCodes;
    private final Repository<Refund> refunds;
    private final Candidacies candidacies;
    private final RefundPolicy policy;

    public RequestRefundHandler(
            Repository<Order> orders,
            Repository<RedeemCode> redeemCodes,
            Repository<Refund> refunds,
            Candidacies candidacies,
            RefundPolicy policy) {
        this.orders = orders;
        this.redeemCodes = redeemCodes;
        this.refunds = refunds;
        this.candidacies = candidacies;
        this.policy = policy;
    }

    @CommandHandler
    public RefundRequested handle(RequestRefund command) throws Exception {
        Aggregate<Order> order = orders.load(command.orderId().value());
        Bought bought = order.invoke(o -> o.refund().request(command.refundId(), command.buyer(), command.at()));
        int codes = 0;
        String heldFor = null;
        if (bought.kind() == OrderKind.ENTERPRISE) {
            codes = unusedCodes(command, bought.quantity());
            heldFor = policy.reasonToHold(bought.share(codes).amount(), bought.rejectedBefore());
        } else {
            endRegistration(command, bought.subject());
        }
        int asked = codes;
        String reason = heldFor;
        refunds.newInstance(() -> Refund.request(command, bought, asked, reason, policy.version()));
        return new RefundRequested(command.refundId().value());
    }

    /** How many are asked for. Those that are named must be unused: bound ones are unbound first (REF-2). */
    private int unusedCodes(RequestRefund command, int quantity) {
        if (command.redeemCodes().isEmpty()) {
            if (quantity <= LOOKED_THROUGH && !anyUnused(command.orderId(), quantity)) {
                throw Refusals.conflict(
                        "refund.nothing-unused",
                        "No code of the order is unused. Bound codes can be refunded after they are unbound (REF-2).");
            }
            return quantity;
        }
        command.redeemCodes()
                .forEach(id -> redeemCodes
                        .load(id.value())
                        .execute(code -> code.refund().requirePossible(command.orderId(), command.buyer())));
        return command.redeemCodes().size();
    }

    private boolean anyUnused(OrderId order, int quantity) {
        return IntStream.rangeClosed(1, quantity)
                .mapToObj(number -> RedeemCodeId.of(order, number))
                .anyMatch(id -> redeemCodes
                        .load(id.value())
                        .invoke(code -> code.refund().isPossible()));
    }

    /** At once, so that nothing is scheduled on it while the money goes back; nobody holds so little money (REF-1). */
    private void endRegistration(RequestRefund command, String subject) {
        if (!command.redeemCodes().isEmpty()) {
            throw Refusals.notFound();
        }
        CandidacyId candidacy = new CandidacyId(command.buyer(), new SubjectCode(subject));
        candidacies.refund(candidacy, command.orderId(), command.at());
    }

    /** The answer. */
    public record RefundRequested(String refundId) {}
}
