package io.examledger.command.policy;

import io.examledger.command.redeemcode.bulk.CodeFilter;
import io.examledger.command.redeemcode.bulk.SelectedCodes;
import io.examledger.command.testing.CommandSide;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.redeemcode.RedeemCodeEvent;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.redeemcode.RedeemCodeStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/** Finds codes by owner and status in the log as it is now. A code's position is its place in the log. */
final class CodesInLog implements SelectedCodes {
    private final CommandSide commandSide;
    private final List<CodeFilter> filters = new ArrayList<>();

    CodesInLog(CommandSide commandSide) {
        this.commandSide = commandSide;
    }

    /** What was asked for. */
    List<CodeFilter> filters() {
        return filters;
    }

    @Override
    public List<Found> find(AccountId enterprise, CodeFilter filter, long after, long until, int limit) {
        filters.add(filter);
        List<? extends EventMessage<?>> log = commandSide.messages();
        Map<String, RedeemCodeStatus> states = new HashMap<>();
        for (EventMessage<?> message : log) {
            switch (message.getPayload()) {
                case RedeemCodeEvent.Bound event -> states.put(event.redeemCodeId(), RedeemCodeStatus.BOUND);
                case RedeemCodeEvent.Unbound event -> states.put(event.redeemCodeId(), RedeemCodeStatus.UNUSED);
                case RedeemCodeEvent.Issued event -> states.put(event.redeemCodeId(), RedeemCodeStatus.UNUSED);
                default -> {}
            }
        }
        List<Found> found = new ArrayList<>();
        for (int position = (int) after + 1; position <= until && found.size() < limit; position++) {
            if (log.get(position).getPayload() instanceof RedeemCodeEvent.Issued code
                    && code.owner().equals(enterprise.value())
                    && (filter.status() == null || filter.status() == states.get(code.redeemCodeId()))) {
                found.add(new Found(new RedeemCodeId(code.redeemCodeId()), position));
            }
        }
        return found;
    }
}
