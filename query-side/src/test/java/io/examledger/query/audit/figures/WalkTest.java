package io.examledger.query.audit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A walk through rows of which few count. */
class WalkTest {
    private int read;

    @Test
    void as_many_as_are_wanted_and_where_to_go_on() {
        Walk walk = new Walk(3);
        walk.through(Place.BEGINNING, rows(2_000, position -> true));
        assertThat(ids(walk)).containsExactly("2000", "1999", "1998");
        assertThat(walk.next()).isEqualTo(new Place(0, 1998));
        assertThat(read).as("one more than is shown").isEqualTo(4);
    }

    @Test
    void the_last_page_has_no_next_one() {
        Walk walk = new Walk(3);
        walk.through(Place.BEGINNING, rows(3, position -> true));
        assertThat(ids(walk)).containsExactly("3", "2", "1");
        assertThat(walk.next()).isNull();
    }

    @Test
    @DisplayName("PLT-5 one request looks at so many rows and no more; the requests after it find the rest")
    void a_request_looks_at_a_bounded_number_of_rows() {
        List<String> found = new ArrayList<>();
        List<Integer> reads = new ArrayList<>();
        Place after = Place.BEGINNING;
        while (after != null) {
            Walk walk = new Walk(10);
            read = 0;
            walk.through(after, rows(50_000, position -> position == 7 || position == 49_000));
            found.addAll(ids(walk));
            reads.add(read);
            after = walk.next();
        }
        assertThat(found).containsExactly("49000", "7");
        assertThat(reads).hasSize(3).allMatch(rows -> rows < Walk.MOST_SEARCHED + Walk.CHUNK);
    }

    @Test
    void groups_share_what_one_request_looks_at() {
        Walk walk = new Walk(10);
        long group = 100;
        while (walk.through(group, Long.MAX_VALUE, rows(400, position -> position == 1))) {
            group--;
        }
        assertThat(walk.found()).hasSize(10);
        assertThat(walk.next()).isEqualTo(new Place(91, 1));

        Walk sparse = new Walk(100);
        group = 100;
        while (sparse.through(group, Long.MAX_VALUE, rows(400, position -> position == 1))) {
            group--;
        }
        assertThat(sparse.found()).hasSize(Walk.MOST_SEARCHED / 400);
        assertThat(sparse.next()).isEqualTo(new Place(50, Long.MAX_VALUE));
    }

    private Walk.Rows rows(long highest, LongPredicate counts) {
        return (before, number) -> {
            List<Walk.Row> rows = LongStream.iterate(Math.min(before - 1, highest), position -> position - 1)
                    .takeWhile(position -> position > 0)
                    .limit(number)
                    .mapToObj(position -> new Walk.Row(Long.toString(position), position, counts.test(position), null))
                    .toList();
            read += rows.size();
            return rows;
        };
    }

    private static List<String> ids(Walk walk) {
        return walk.found().stream().map(Walk.Row::id).toList();
    }
}
