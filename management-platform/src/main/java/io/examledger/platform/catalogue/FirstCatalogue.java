package io.examledger.platform.catalogue;

import io.examledger.command.CommandContext;
import io.examledger.command.Commands;
import io.examledger.command.Commands.Done;
import io.examledger.command.subject.introduce.IntroduceSubject;
import io.examledger.eventstore.LedgerEventStorageEngine;
import io.examledger.kernel.money.Money;
import io.examledger.kernel.subject.Category;
import io.examledger.kernel.subject.DeliveryMode;
import io.examledger.kernel.subject.ExamType;
import io.examledger.kernel.subject.Level;
import io.examledger.kernel.subject.SubjectCode;
import io.examledger.platform.axon.FirstStart;
import io.examledger.platform.settings.ExamLedgerSettings.NodeRole;
import io.examledger.platform.settings.ForRole;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Introduces the subjects of {@code catalogue.json} through commands; those that are known already stay as they are. */
@ForRole(NodeRole.COMMAND)
@Component
@Profile("!postgres")
@Order(110)
final class FirstCatalogue implements ApplicationRunner {
    private final Commands commands;
    private final LedgerEventStorageEngine log;
    private final Clock clock;

    FirstCatalogue(Commands commands, LedgerEventStorageEngine log, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.clock = clock;
    }

    private record Catalogue(String about, List<Entry> subjects) {}

    private record Entry(
            String code,
            String title,
            Category category,
            @Nullable String track,
            @Nullable Level level,
            Money price,
            boolean priceIsExample,
            int durationMinutes,
            List<DeliveryMode> deliveryModes,
            ExamType examType) {
        IntroduceSubject command(Instant at) {
            return new IntroduceSubject(
                    new SubjectCode(code),
                    title,
                    category,
                    track,
                    level,
                    price,
                    durationMinutes,
                    deliveryModes,
                    examType,
                    at);
        }
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        CommandContext context = FirstStart.context();
        for (Entry subject : read().subjects()) {
            if (log.lastSequenceNumberFor(subject.code()).isEmpty()) {
                commands.send(subject.command(clock.instant()), Done.class, context);
            }
        }
    }

    private static Catalogue read() throws IOException {
        try (InputStream file = new ClassPathResource("catalogue.json").getInputStream()) {
            return JsonMapper.shared().readValue(file, Catalogue.class);
        }
    }
}
