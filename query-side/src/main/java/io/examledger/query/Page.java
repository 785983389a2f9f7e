package io.examledger.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first.
 *
 * @param nextCursor null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page off rows that were read with {@link PageRequest#rows()}.
     *
     * @param position of a row, by which the rows are sorted downwards
     * @param view turns the rows that stay into what is shown
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, ToLongFunction<R> position, Function<List<R>, List<T>> view) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? PageRequest.cursorAfter(position.applyAsLong(shown.getLast())) : null;
        return new Page<>(view.apply(shown), next);
    }

    /** What was found among the rows down to a position, below which there may be more. */
    public static <T> Page<T> before(List<T> items, long position) {
        return new Page<>(items, PageRequest.cursorAfter(position));
    }
}
