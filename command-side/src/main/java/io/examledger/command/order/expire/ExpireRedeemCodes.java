package io.examledger.command.order.expire;

import static java.util.stream.Collectors.toCollection;

import io.examledger.command.LoadsTogether;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ends the next chunk of an expired order's codes (COD-9). Repeating it changes nothing.
 *
 * @param from number of the first code, counted from 1
 * @param to number of the last code
 */
public record ExpireRedeemCodes(OrderId orderId, int from, int to, Instant at) implements LoadsTogether {
    List<RedeemCodeId> redeemCodes() {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> RedeemCodeId.of(orderId, number))
                .toList();
    }

    @Override
    public Set<String> aggregateIds() {
        Set<String> ids = redeemCodes().stream().map(RedeemCodeId::value).collect(toCollection(LinkedHashSet::new));
        ids.add(orderId.value());
        return ids;
    }
}
