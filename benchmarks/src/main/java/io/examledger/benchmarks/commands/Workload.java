package io.examledger.benchmarks.commands;

import io.examledger.command.Commands.Done;
import io.examledger.command.order.issue.IssueRedeemCodes;
import io.examledger.command.redeemcode.NewCodeString;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.kernel.order.OrderId;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;

/** The commands that are compared. */
enum Workload {
    /** Each command binds a code of its own to a person of their own: three aggregates, two events. */
    BIND("binds/s", 1, Registered.class) {
        @Override
        Batch batch(int commands) {
            List<List<DomainEventMessage<?>>> history = new ArrayList<>();
            List<Object> binds = new ArrayList<>();
            while (binds.size() < commands) {
                History order = new History();
                binds.addAll(soldOut(order));
                history.add(order.events());
            }
            return new Batch(history, binds);
        }
    },

    /** Each command issues all codes of an order in one chunk, as large as the policy makes them. */
    ISSUE("codes/s", History.ORDER_SIZE, Done.class) {
        @Override
        Batch batch(int commands) {
            List<List<DomainEventMessage<?>>> history = new ArrayList<>();
            List<Object> issues = new ArrayList<>();
            for (int i = 0; i < commands; i++) {
                History paid = new History();
                OrderId order = new OrderId(History.newId());
                paid.paidOrder(order);
                history.add(paid.events());
                List<NewCodeString> codes = Stream.generate(
                                () -> new NewCodeString(RandomText.digest(), RandomText.sealed()))
                        .limit(History.ORDER_SIZE)
                        .toList();
                issues.add(new IssueRedeemCodes(order, 1, codes, paid.at()));
            }
            return new Batch(history, issues);
        }
    };

    private final String unit;
    private final int unitsPerCommand;
    private final Class<?> answer;

    Workload(String unit, int unitsPerCommand, Class<?> answer) {
        this.unit = unit;
        this.unitsPerCommand = unitsPerCommand;
        this.answer = answer;
    }

    /** An issued order, and for each code a person and the command that binds it to them. */
    private static List<BindRedeemCode> soldOut(History history) {
        OrderId order = new OrderId(History.newId());
        List<String> digests =
                Stream.generate(RandomText::digest).limit(History.ORDER_SIZE).toList();
        history.paidOrder(order);
        history.issued(order, digests);
        return IntStream.range(0, History.ORDER_SIZE)
                .mapToObj(i -> new BindRedeemCode(
                        RedeemCodeId.of(order, i + 1),
                        digests.get(i),
                        new SubjectCode(History.SUBJECT),
                        history.examinee(),
                        History.newId(),
                        history.at()))
                .toList();
    }

    abstract Batch batch(int commands);

    String unit() {
        return unit;
    }

    int unitsPerCommand() {
        return unitsPerCommand;
    }

    Class<?> answer() {
        return answer;
    }
}
