package io.examledger.platform.time;

import io.examledger.platform.axon.DueWork;
import io.examledger.query.projection.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts the simulated clock forward from deadline to deadline, so that what is due happens at its own time, and so does what
 * becomes due through it.
 */
@Component
class SteppedTime {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectProvider<DueWork> work;
    private final ObjectProvider<Positions> readModels;
    private final ApplicationEventPublisher events;

    SteppedTime(ObjectProvider<DueWork> work, ObjectProvider<Positions> readModels, ApplicationEventPublisher events) {
        this.work = work;
        this.readModels = readModels;
        this.events = events;
    }

    /**
     * Everything due by then is done and can be read when this returns.
     *
     * @throws DueWork.Unfinished if that takes too long: the clock stands where it got stuck
     */
    void advance(SimulatedClock clock, Instant then) {
        finish();
        for (Optional<Instant> due = next(then); due.isPresent(); due = next(then)) {
            step(clock, due.get());
        }
        step(clock, then);
        work.ifAvailable(done -> readModels.ifAvailable(read -> read.await(done.finish(), PATIENCE)));
    }

    private void step(SimulatedClock clock, Instant instant) {
        clock.advanceTo(instant);
        events.publishEvent(new ClockAdvanced(instant));
        finish();
    }

    private void finish() {
        work.ifAvailable(DueWork::finish);
    }

    private Optional<Instant> next(Instant then) {
        return Optional.ofNullable(work.getIfAvailable()).flatMap(DueWork::next).filter(due -> !due.isAfter(then));
    }
}
