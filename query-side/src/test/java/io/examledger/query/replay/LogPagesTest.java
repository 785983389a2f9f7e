package io.examledger.query.replay;

import static io.examledger.query.Happened.introduced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.examledger.query.ListedLog;
import io.examledger.query.projection.RecordedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("AUD-3 the log is read in pages, the next one while a page is worked on")
class LogPagesTest {
    private static final int MORE_THAN_TWO_PAGES = 2 * LogPages.PAGE + 1;
    private final ListedLog log = new ListedLog();
    private final LogPages pages = new LogPages(log);

    @Test
    void every_event_comes_once_and_in_order() {
        log.append(Collections.nCopies(MORE_THAN_TWO_PAGES + 5, introduced("AAA")));
        List<Long> positions = new ArrayList<>();

        pages.read(
                1,
                MORE_THAN_TWO_PAGES,
                page -> page.stream().map(RecordedEvent::position).forEach(positions::add));

        assertThat(positions)
                .hasSize(MORE_THAN_TWO_PAGES - 1)
                .startsWith(2L)
                .endsWith((long) MORE_THAN_TWO_PAGES)
                .isSorted();
    }

    @Test
    void missing_event_is_told_after_the_pages_before_it() {
        log.append(Collections.nCopies(LogPages.PAGE + 10, introduced("AAA")));
        log.appendAt(LogPages.PAGE + 12, introduced("BBB"));
        List<Integer> read = new ArrayList<>();

        assertThatThrownBy(() -> pages.read(0, LogPages.PAGE + 11, page -> read.add(page.size())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("events are missing");
        assertThat(read).containsExactly(LogPages.PAGE);
    }

    @Test
    void who_stops_reading_is_not_kept() {
        log.append(Collections.nCopies(MORE_THAN_TWO_PAGES, introduced("AAA")));

        assertThatThrownBy(() -> pages.read(0, MORE_THAN_TWO_PAGES, page -> {
                    throw new ReplayStopped();
                }))
                .isInstanceOf(ReplayStopped.class);
    }
}
