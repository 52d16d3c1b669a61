package org.lurewatch.web.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some of a longer list.
 *
 * @param items in the order of the list
 * @param next cursor of what comes behind them; empty at the end of the list
 */
public record ViewSlice<T>(List<T> items, Optional<String> next) {
    public ViewSlice {
        items = List.copyOf(items);
        Objects.requireNonNull(next);
    }

    /** The beginning of a list of which one more than asked for was read, where there is more. */
    static <T> ViewSlice<T> of(List<T> oneMore, int limit, Function<T, ViewCursor> cursor) {
        return oneMore.size() <= limit
                ? new ViewSlice<>(oneMore, Optional.empty())
                : new ViewSlice<>(
                        oneMore.subList(0, limit),
                        Optional.of(cursor.apply(oneMore.get(limit - 1)).text()));
    }

    /** The same of what is made of each item. */
    public <R> ViewSlice<R> map(Function<T, R> change) {
        return new ViewSlice<>(items.stream().map(change).toList(), next);
    }
}
