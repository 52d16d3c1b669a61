package org.lurewatch.detection.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much one reviewer has said lately.
 *
 * @param days the newest days on which something counted alone, at most {@link #MOST_DAYS}, oldest first
 */
public record ReviewerMemory(List<Day> days) {
    /** A bound, so that nobody gets a fresh allowance by dating reviews to past days. */
    public static final int MOST_DAYS = 7;

    public static final ReviewerMemory EMPTY = new ReviewerMemory(List.of());

    /** A day, since 1970, and how many reviews counted alone on it. */
    public record Day(long day, int reviews) {}

    public ReviewerMemory {
        days = List.copyOf(days);
    }

    int reviews(long day) {
        return days.stream()
                .filter(each -> each.day() == day)
                .mapToInt(Day::reviews)
                .sum();
    }

    boolean isForgotten(long day) {
        return days.size() >= MOST_DAYS && day < days.get(0).day();
    }

    ReviewerMemory withOneMore(long day) {
        List<Day> more = new ArrayList<>(days);
        more.removeIf(each -> each.day() == day);
        more.add(new Day(day, reviews(day) + 1));
        more.sort(Comparator.comparingLong(Day::day));
        return new ReviewerMemory(more.subList(Math.max(0, more.size() - MOST_DAYS), more.size()));
    }
}
