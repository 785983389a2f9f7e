package io.examledger.command.message.request;

import io.examledger.command.Commands.Done;
import io.examledger.command.message.Message;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Keeps that a message is to be sent, once for each cause and channel. */
public class RequestMessageHandler {
    private final Repository<Message> messages;

    public RequestMessageHandler(Repository<Message> messages) {
        this.messages = messages;
    }

    @CommandHandler
    public Done handle(RequestMessage command) throws Exception {
        if (!exists(command)) {
            messages.newInstance(() -> Message.request(command));
        }
        return new Done();
    }

    private boolean exists(RequestMessage command) {
        try {
            messages.load(command.messageId().value());
            return true;
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }
}
