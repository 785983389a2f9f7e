package io.examledger.query.replay;

import io.examledger.query.projection.Projection;
import io.examledger.query.projection.ReadModelWriter;
import io.examledger.query.projection.RecordedEvent;
import io.examledger.query.subjects.SubjectProjection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue in its second version: titles are shown in capitals. */
final class Raised implements Projection {
    private final Projection first = new SubjectProjection();
    private volatile boolean broken;
    private volatile @Nullable Error error;

    /** Whether it fails on every event. */
    void broken(boolean now) {
        broken = now;
    }

    /** What it fails with on every event, as for want of memory. */
    void breaksWith(Error failure) {
        error = failure;
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<String> tables() {
        return first.tables();
    }

    @Override
    public Optional<String> sequenceOf(Object payload) {
        return first.sequenceOf(payload);
    }

    @Override
    public void project(List<RecordedEvent> events, ReadModelWriter rows) {
        if (broken) {
            throw new IllegalStateException("the second version is broken");
        }
        Error failure = error;
        if (failure != null) {
            throw failure;
        }
        first.project(events, (sql, values) -> rows.write(sql.replace(":title", "upper(:title)"), values));
    }
}
