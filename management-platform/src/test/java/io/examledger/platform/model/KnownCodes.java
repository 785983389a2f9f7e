package io.examledger.platform.model;

import io.examledger.command.order.remind.UnusedCodes;
import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.SelectedCodes;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import io.examledger.platform.model.Things.Code;
import java.util.ArrayList;
import java.util.List;

/** Finds codes where the platform asks its read models, which in a history are folded only when it is over. */
final class KnownCodes implements SelectedCodes, UnusedCodes {
    private final World world;

    KnownCodes(World world) {
        this.world = world;
    }

    @Override
    public List<Found> find(AccountId enterprise, CodeFilter filter, long after, long until, int limit) {
        List<Found> found = new ArrayList<>();
        long position = 0;
        for (Code code : world.codes.values()) {
            position++;
            if (position > after && code.order.buyer.equals(enterprise.value()) && fits(code, filter)) {
                found.add(new Found(new RedeemCodeId(code.id), position));
            }
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static boolean fits(Code code, CodeFilter filter) {
        boolean subject = filter.subject() == null
                || code.order.subject.equals(filter.subject().value());
        boolean status = filter.status() == null || code.status == filter.status();
        boolean examinee = filter.examinee() == null
                || (code.registration != null
                        && code.registration.examinee.equals(filter.examinee().value()));
        return subject && status && examinee;
    }

    @Override
    public long of(OrderId order) {
        return World.known(world.orders, order.value()).codes.stream()
                .filter(code -> code.status == RedeemCodeStatus.UNUSED)
                .count();
    }
}
