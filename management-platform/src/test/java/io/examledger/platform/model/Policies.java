package io.examledger.platform.model;

import io.examledger.command.PolicyCommands;
import io.examledger.command.Refusal;
import io.examledger.command.Refused;
import io.examledger.command.payment.PaymentProvider;
import io.examledger.command.policy.Policy;
import io.examledger.command.policy.WhenBulkChangeRequestedChangeRedeemCodes;
import io.examledger.command.policy.WhenOrderExpiredExpireRedeemCodes;
import io.examledger.command.policy.WhenOrderPurchasedIssueRedeemCodes;
import io.examledger.command.policy.WhenRefundRequestedReturnMoney;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The policies, and the events that they have not come to yet. Each is handled some time, in order within its sequence. */
final class Policies {
    private final List<Handling> handlers;
    private final Map<String, Deque<Waiting>> waiting = new LinkedHashMap<>();

    private record Handling(Policy policy, AnnotationEventHandlerAdapter handler) {
        Handling(Policy policy) {
            this(policy, new AnnotationEventHandlerAdapter(policy));
        }
    }

    private record Waiting(Handling handling, TrackedEventMessage<?> event) {}

    Policies(HistoryRun run, OpenVaults vaults, PaymentProvider payments, Clock clock) {
        PolicyCommands commands = new Sending(run);
        handlers = Stream.of(
                        new WhenOrderPurchasedIssueRedeemCodes(commands, vaults, clock),
                        new WhenOrderExpiredExpireRedeemCodes(commands, clock),
                        new WhenRefundRequestedReturnMoney(commands, payments, clock),
                        new WhenBulkChangeRequestedChangeRedeemCodes(
                                commands, new KnownCodes(run.world()), vaults, clock))
                .map(Handling::new)
                .toList();
    }

    void noticed(TrackedEventMessage<?> event) {
        handlers.forEach(handling -> handling.policy()
                .sequenceOf(event.getPayload())
                .ifPresent(sequence -> waiting.computeIfAbsent(
                                handling.policy().getClass().getSimpleName() + " " + sequence,
                                key -> new ArrayDeque<>())
                        .add(new Waiting(handling, event))));
    }

    /** Lets one of them handle its next event; now and then it forgets that it did, as after a crash. */
    void handleOne(Draw draw) {
        if (waiting.isEmpty()) {
            return;
        }
        String sequence = draw.of(List.copyOf(waiting.keySet()));
        Deque<Waiting> events = World.known(waiting, sequence);
        Waiting next = events.getFirst();
        if (draw.percent(96)) {
            events.removeFirst();
            if (events.isEmpty()) {
                waiting.remove(sequence);
            }
        }
        try {
            next.handling().handler().handle(next.event());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Disagreement("a policy failed", e);
        }
    }

    /** Sends in the thread of the history, one after another. */
    private record Sending(HistoryRun run) implements PolicyCommands {
        @Override
        public <R> R send(Object command, Class<R> answer, EventMessage<?> cause) {
            return answer.cast(Objects.requireNonNull(run.send(new Act("policy", command, answer), null)));
        }

        @Override
        public List<Optional<Refusal>> sendEach(List<OnceCommand> commands, EventMessage<?> cause) {
            List<Optional<Refusal>> refusals = new ArrayList<>();
            for (OnceCommand once : commands) {
                try {
                    run.send(new Act("policy", once.command(), once.answer()), once.key());
                    refusals.add(Optional.empty());
                } catch (Refused refused) {
                    refusals.add(Optional.of(refused.refusal()));
                }
            }
            return refusals;
        }
    }
}
