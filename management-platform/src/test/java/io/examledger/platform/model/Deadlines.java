package io.examledger.platform.model;

import io.examledger.command.Commands.Done;
import io.examledger.command.Refused;
import io.examledger.command.appointment.incident.NoShows;
import io.examledger.command.appointment.result.ResultReleases;
import io.examledger.command.deadline.DeadlineChange;
import io.examledger.command.deadline.DeadlineRule;
import io.examledger.command.order.expire.OrderExpiry;
import io.examledger.command.order.remind.OrderReminders;
import io.examledger.command.order.remind.ReminderPolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What is due when, by the rules; sent when the history comes to it, which may be late. */
final class Deadlines {
    private final List<DeadlineRule> rules;
    private final HistoryRun run;
    private final Map<String, Noted> noted = new LinkedHashMap<>();
    private int last;

    private record Noted(DeadlineRule rule, String key, Instant due, int number) {
        String name() {
            return rule.kind() + "/" + key;
        }
    }

    Deadlines(HistoryRun run) {
        this.run = run;
        this.rules = List.of(
                new OrderExpiry(),
                new OrderReminders(ReminderPolicy.in(ZoneOffset.UTC), new KnownCodes(run.world())),
                new NoShows(),
                new ResultReleases());
    }

    void noticed(TrackedEventMessage<?> event) {
        for (DeadlineRule rule : rules) {
            for (DeadlineChange change : rule.after(event.getPayload())) {
                noted.remove(rule.kind() + "/" + change.key());
                if (change instanceof DeadlineChange.Set set) {
                    Noted deadline = new Noted(rule, set.key(), set.due(), ++last);
                    noted.put(deadline.name(), deadline);
                }
            }
        }
    }

    /** Sends some of what is due. What could not be done yet stays due. */
    void sweep(Instant now, int most) {
        List<Noted> due = noted.values().stream()
                .filter(deadline -> !deadline.due().isAfter(now))
                .sorted(Comparator.comparing(Noted::due).thenComparingInt(Noted::number))
                .limit(most)
                .toList();
        for (Noted deadline : due) {
            Object command = deadline.rule().command(deadline.key(), now);
            boolean over;
            try {
                over = run.send(
                                new Act("deadline", command, Done.class),
                                "deadline/" + deadline.name() + "/" + deadline.number())
                        != null;
            } catch (Refused refused) {
                over = true;
            }
            if (over) {
                noted.remove(deadline.name(), deadline);
            }
        }
    }
}
