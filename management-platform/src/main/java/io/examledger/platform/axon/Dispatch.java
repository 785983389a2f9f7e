package io.examledger.platform.axon;

import static java.util.Objects.requireNonNull;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.eventstore.Attachments;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.eventstore.Receipt;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * One try of a command, travelling with its message: attaches the receipt to the command's unit of work and learns the
 * position at which it was stored.
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

        Interceptor(LedgerEventStorageEngine engine, Receipts receipts) {
            this.engine = engine;
            this.receipts = receipts;
        }

        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            Dispatch dispatch = requireNonNull(
                    (Dispatch) unitOfWork.getMessage().getMetaData().get(KEY), "a command not sent by Commands");
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

        /** A command that was accepted and changed nothing has no events to go with. */
        private void storeReceiptAlone(Attachments attachments, Receipt receipt) {
            if (attachments.position().isEmpty()) {
                engine.append(receipt);
            }
        }
    }
}
