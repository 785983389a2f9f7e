package io.examledger.platform.axon;

import io.examledger.command.policy.Policy;
import io.examledger.kernel.order.OrderEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventHandler;

/** A policy that fails for some orders until it is repaired, and notes what it has handled. */
final class FragilePolicy implements Policy {
    private final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();
    private final Map<String, List<Integer>> handled = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    void breakFor(String order, RuntimeException failure) {
        broken.put(order, failure);
    }

    void repair() {
        broken.clear();
    }

    int failures() {
        return failures.get();
    }

    /** The first code numbers of the events it has handled, in their order. */
    List<Integer> handled(String order) {
        return handled.getOrDefault(order, List.of());
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return payload instanceof OrderEvent event ? Optional.of(event.orderId()) : Optional.empty();
    }

    @EventHandler
    void on(OrderEvent.RedeemCodesIssued event) {
        RuntimeException failure = broken.get(event.orderId());
        if (failure != null) {
            failures.incrementAndGet();
            throw failure;
        }
        handled.computeIfAbsent(event.orderId(), order -> new CopyOnWriteArrayList<>())
                .add(event.from());
    }
}
