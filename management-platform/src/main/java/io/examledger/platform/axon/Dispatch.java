package io.examledger.platform.axon;

import static java.util.Objects.requireNonNull;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.LoadsTogether;
import io.examledger.eventstore.Attachments;
import io.examledger.eventstore.BoundedCache;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.Receipt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * One try of a command, travelling with its message: reads ahead what the command loads, attaches the receipt to its unit
 * of work and learns the position at which it was stored.
 */
final class Dispatch {
    static final String KEY = Dispatch.class.getName();

    private final CommandContext context;
    private long position;

    Dispatch(CommandContext context) {
        this.context = context;
    }

    long position() {
        return position;
    }

    /** Runs around every command handler. */
    static final class Interceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
        private final LedgerEventStorageEngine engine;
        private final Receipts receipts;
        private final List<BoundedCache> caches;

        Interceptor(LedgerEventStorageEngine engine, Receipts receipts, List<BoundedCache> caches) {
            this.engine = engine;
            this.receipts = receipts;
            this.caches = List.copyOf(caches);
        }

        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            Dispatch dispatch = requireNonNull(
                    (Dispatch) unitOfWork.getMessage().getMetaData().get(KEY), "a command not sent by Commands");
            if (unitOfWork.getMessage().getPayload() instanceof LoadsTogether command) {
                readAhead(command.aggregateIds());
            }
            Object answer = chain.proceed();
            Attachments attachments = Attachments.of(unitOfWork);
            Idempotency idempotency = dispatch.context.idempotency();
            if (idempotency != null) {
                Receipt receipt = receipts.ofAnswer(answer, dispatch.context, idempotency);
                attachments.receipt(receipt);
                unitOfWork.onCommit(work -> storeReceiptAlone(attachments, receipt));
            }
            unitOfWork.afterCommit(
                    work -> dispatch.position = attachments.position().orElseGet(engine::headPosition));
            return answer;
        }

        private void readAhead(Set<String> aggregateIds) {
            Set<String> cold = new HashSet<>(aggregateIds);
            for (BoundedCache cache : caches) {
                cold.removeIf(cache::containsKey);
            }
            if (!cold.isEmpty()) {
                engine.readAhead(cold);
            }
        }

        /** A command that was accepted and changed nothing has no events to go with. */
        private void storeReceiptAlone(Attachments attachments, Receipt receipt) {
            if (attachments.position().isEmpty()) {
                engine.append(receipt);
            }
        }
    }
}
