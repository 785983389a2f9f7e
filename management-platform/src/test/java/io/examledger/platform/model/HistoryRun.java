package io.examledger.platform.model;

import io.examledger.command.CommandContext;
import io.examledger.command.CommandContext.Idempotency;
import io.examledger.command.Refused;
import io.examledger.kernel.access.Caller;
import io.examledger.platform.axon.HistoryNode;
import io.examledger.platform.axon.HistoryNode.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One run of a history: every command is put to the model and to the command side, and what comes of it is compared. */
final class HistoryRun {
    private final HistoryNode node;
    private final History history;
    private final Model model;
    private final ModelFacts expected;
    private final Names names;
    private final OpenVaults vaults;
    private final Witness witness = new Witness();
    private final Policies policies;
    private final Deadlines deadlines;
    private final Trail trail = new Trail();
    private final List<TrackedEventMessage<?>> events = new ArrayList<>();
    private final HistoryClock clock;
    private int sent;
    private final Tally tally = new Tally();

    /** @param run a name of its own for each run, in all ids */
    HistoryRun(HistoryNode node, History history, RuleFigures figures, String run) {
        this.node = node;
        this.history = history;
        this.clock = new HistoryClock(history.start());
        this.model = new Model(figures);
        this.expected = new ModelFacts(model.world);
        this.names = new Names(run);
        this.vaults = new OpenVaults(run, new Draw(history.seed()));
        this.policies = new Policies(this, vaults, node.payments(), clock);
        this.deadlines = new Deadlines(this);
    }

    World world() {
        return model.world;
    }

    List<TrackedEventMessage<?>> events() {
        return events;
    }

    Batch.Outcome outcome(Optional<Disagreement> failure, boolean inReadModel) {
        return new Batch.Outcome(history, tally, failure, inReadModel);
    }

    /** @throws Disagreement if the system does otherwise than the rule book says */
    HistoryRun run() {
        Wishes wishes = new Wishes(model.world, names, vaults);
        Moments moments = new Moments(model.world, history.end());
        new Opening(names, clock.instant()).acts().forEach(act -> attempt(act, null));
        for (long step : history.steps()) {
            if (sent >= history.commands()) {
                break;
            }
            step(new Draw(step), wishes, moments);
        }
        new Balanced(model.world, expected, witness).check();
        return this;
    }

    private void step(Draw draw, Wishes wishes, Moments moments) {
        int kind = draw.below(100);
        if (kind < 22) {
            clock.set(moments.after(clock.instant(), draw));
        } else if (kind < 44) {
            for (int events = draw.between(1, 4); events > 0; events--) {
                policies.handleOne(draw);
            }
        } else if (kind < 50) {
            deadlines.sweep(clock.instant(), draw.between(1, 3));
        } else {
            Optional<Act> act = wishes.draw(draw, clock.instant());
            act.ifPresent(
                    wished -> attempt(wished, wished.isRepeatable() && draw.percent(3) ? names.next("key") : null));
        }
    }

    /** Does it, and with a key does it again, which changes nothing and is answered the same. */
    private void attempt(Act act, @Nullable String key) {
        boolean done = tried(act, key);
        if (key != null) {
            Sent again = null;
            try {
                again = dispatch(act, key);
            } catch (Refused refused) {
                require(!done && refused.replayed(), () -> "a repeat is answered the same: " + refused.refusal());
            }
            if (again != null) {
                require(done && again.replayed() && again.events().isEmpty(), () -> "a repeat is answered the same");
            }
        }
    }

    private boolean tried(Act act, @Nullable String key) {
        try {
            send(act, key);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /**
     * @return the answer; null where the clock came too early
     * @throws Refused if it was refused, as expected
     */
    @Nullable
    Object send(Act act, @Nullable String key) {
        sent++;
        trail.add(clock.instant(), act);
        Verdict verdict = model.decide(act.command());
        Sent done;
        try {
            done = dispatch(act, key);
        } catch (Refused refused) {
            tally.count(act.command(), refused.refusal().code());
            require(verdict.allows(refused.refusal().code()), () -> refused.refusal() + ", but " + verdict);
            throw refused;
        } catch (IllegalStateException e) {
            tally.count(act.command(), Verdict.POSTPONED);
            require(verdict.allows(Verdict.POSTPONED), () -> e + ", but " + verdict);
            return null;
        } catch (RuntimeException e) {
            throw new Disagreement(told("broke: " + e), e);
        }
        require(verdict.allows(""), () -> "it was accepted, but " + verdict);
        require(verdict.allowsAnswer(done.answer()), () -> "it was answered " + done.answer() + ", but " + verdict);
        tally.count(act.command(), "");
        witnessed(done);
        return done.answer();
    }

    private Sent dispatch(Act act, @Nullable String key) {
        Caller caller = new Caller(act.who(), Optional.empty(), Set.of());
        Idempotency idempotency = key == null ? null : new Idempotency(names.run + "/" + key, "history");
        return node.send(act.command(), act.answer(), new CommandContext(caller, names.run, idempotency));
    }

    private void witnessed(Sent done) {
        for (String touched : witness.fold(
                done.events().stream().<Object>map(EventMessage::getPayload).toList())) {
            Facts is = World.known(witness.facts, touched);
            Facts should = expected.of(touched);
            if (!should.equals(is)) {
                throw new Disagreement(told(touched + " is " + is + ", but should be " + should));
            }
        }
        for (TrackedEventMessage<?> event : done.events()) {
            events.add(event);
            policies.noticed(event);
            deadlines.noticed(event);
        }
    }

    private void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new Disagreement(told(otherwise.get()));
        }
    }

    private String told(String otherwise) {
        return "command %d of the history: %s%n  after%n%s".formatted(sent, otherwise, trail);
    }
}
