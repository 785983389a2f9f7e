package io.examledger.benchmarks.history;

import io.examledger.benchmarks.platform.StartedPlatform;
import io.examledger.command.CommandContext;
import io.examledger.command.redeemcode.bind.BindRedeemCode;
import io.examledger.command.redeemcode.bind.BindRedeemCodeHandler.Registered;
import io.examledger.kernel.access.Caller;
import io.examledger.kernel.access.Role;
import io.examledger.kernel.account.AccountId;
import io.examledger.kernel.order.OrderKind;
import io.examledger.kernel.redeemcode.RedeemCodeId;
import io.examledger.kernel.subject.SubjectCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes that nobody has, one order for each subject, and people for whom they are: clients bind them, each code once. */
public final class UnusedCodes {
    private static final Caller CALLER = new Caller("benchmark", Optional.empty(), Set.of(Role.OPERATOR));

    private final List<Bind> binds;
    private final AtomicInteger next = new AtomicInteger();

    private record Bind(String code, String digest, String subject, String examinee) {}

    private UnusedCodes(List<Bind> binds) {
        this.binds = binds;
    }

    /** Has them told of, as a part of the long history. */
    static UnusedCodes tell(Teller teller, List<String> subjects, int count) {
        People people = new People(teller);
        Messages messages = new Messages(teller);
        Codes codes = new Codes(teller, messages, new Registrations(teller));
        Purchases purchases = new Purchases(teller, messages);
        int each = count / subjects.size();
        String company = people.company();
        List<String> examinees = people.crowd(company, each);
        List<Bind> binds = new ArrayList<>();
        for (String subject : subjects) {
            teller.know("subject", subject);
            purchases.buy(company, OrderKind.ENTERPRISE, each);
            codes.issue();
            for (int person = 0; person < each; person++) {
                String code = codes.code(person + 1);
                binds.add(new Bind(code, codes.digest(code), subject, examinees.get(person)));
            }
        }
        Collections.shuffle(binds, new Random(1));
        return new UnusedCodes(binds);
    }

    /** How many can still be bound. */
    public int left() {
        return Math.max(0, binds.size() - next.get());
    }

    /** Binds one, and answers false if none is left. */
    public boolean bindNext(StartedPlatform platform) {
        int number = next.getAndIncrement();
        if (number >= binds.size()) {
            return false;
        }
        Bind bind = binds.get(number);
        BindRedeemCode command = new BindRedeemCode(
                new RedeemCodeId(bind.code()),
                bind.digest(),
                new SubjectCode(bind.subject()),
                new AccountId(bind.examinee()),
                Teller.newId(),
                Instant.now());
        platform.commands().send(command, Registered.class, new CommandContext(CALLER, Teller.newId(), null));
        return true;
    }
}
