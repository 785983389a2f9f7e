package io.examledger.command.subject.introduce;

import io.examledger.command.Commands.Done;
import io.examledger.command.Refusals;
import io.examledger.command.subject.Subject;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Adds subjects, each code once. */
public class IntroduceSubjectHandler {
    private final Repository<Subject> subjects;

    public IntroduceSubjectHandler(Repository<Subject> subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    public Done handle(IntroduceSubject command) throws Exception {
        if (isKnown(command.code().value())) {
            throw Refusals.conflict(
                    "subject.code-taken", "There is a subject " + command.code() + " in the catalogue already.");
        }
        subjects.newInstance(() -> Subject.introduce(command));
        return new Done();
    }

    private boolean isKnown(String code) {
        try {
            subjects.load(code);
            return true;
        } catch (AggregateNotFoundException e) {
            return false;
        }
    }
}
