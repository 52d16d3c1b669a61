package org.lurewatch.web.api;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lurewatch.web.http.Problem;

/** The query parameters of a list. What is not understood is refused, so that no filter is passed over in silence. */
final class ListQuery {
    static final int MOST_ROWS = 500;

    private static final int ROWS = 100;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 1_000;

    private final Context request;

    /** @param known names that it may have */
    ListQuery(Context request, Set<String> known) {
        this.request = request;
        if (!known.containsAll(request.queryParamMap().keySet())) {
            throw broken("There is a parameter that is not known here. Those known are "
                    + String.join(", ", new TreeSet<>(known)) + ".");
        }
    }

    Optional<Instant> time(String name) {
        return one(name).map(text -> {
            try {
                return text.indexOf('T') < 0
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeException e) {
                throw broken(name + " is a date or a time, such as 2026-11-20 or 2026-11-20T08:00:00Z.");
            }
        });
    }

    Set<String> texts(String name) {
        List<String> values = request.queryParams(name);
        if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw broken(name + " may be given " + MOST_VALUES + " times, with " + LONGEST_VALUE + " characters each.");
        }
        return new LinkedHashSet<>(values);
    }

    /** Names of an enum, in lower case and with hyphens too. */
    <E extends Enum<E>> Set<String> names(String name, E[] all) {
        Set<String> names = texts(name).stream()
                .map(text -> text.toUpperCase(Locale.ROOT).replace('-', '_'))
                .collect(Collectors.toSet());
        Set<String> known = Arrays.stream(all).map(Enum::name).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!known.containsAll(names)) {
            throw broken(name + " is one of " + String.join(", ", known) + ".");
        }
        return names;
    }

    Optional<String> one(String name) {
        Set<String> values = texts(name);
        if (values.size() > 1) {
            throw broken(name + " may be given once.");
        }
        return values.stream().findFirst();
    }

    Optional<Integer> number(String name, int least, int most) {
        return one(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw broken(name + " is a number from " + least + " to " + most + ".");
            }
            throw broken(name + " is a number from " + least + " to " + most + ".");
        });
    }

    int limit() {
        return number("limit", 1, MOST_ROWS).orElse(ROWS);
    }

    static Problem broken(String detail) {
        return new Problem(400, "bad-parameter", "Bad parameter", detail);
    }
}
