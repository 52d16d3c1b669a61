package org.lurewatch.detection.lists;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * What somebody has put on a list. Of one kind and key there is one entry, so a later one takes the place of an earlier one,
 * also from the other list.
 *
 * @param kind what is named
 * @param value as it was written
 * @param key the spelling that is compared, see {@link ListKeys}
 * @param list which list
 * @param reason why, or the empty string; readers of assessments see it
 * @param author who says so, or the empty string; readers of assessments see it
 * @param since from when on
 * @param until when it ends; empty where it does not
 */
public record ListEntry(
        ListedKind kind,
        String value,
        String key,
        ListName list,
        String reason,
        String author,
        Instant since,
        Optional<Instant> until) {
    /** Longest value or author, in UTF-16 units. */
    public static final int MOST_NAME_CHARS = 200;

    /** Longest reason, in UTF-16 units. */
    public static final int MOST_TEXT_CHARS = 1_000;

    /** @throws UnusablePostingException where a text is too long, or the entry would end before it begins */
    public ListEntry {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(list);
        Objects.requireNonNull(since);
        limit("value", value, MOST_NAME_CHARS);
        limit("author", author, MOST_NAME_CHARS);
        limit("reason", reason, MOST_TEXT_CHARS);
        if (until.filter(end -> !end.isAfter(since)).isPresent()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, "an entry ends after it begins, not before");
        }
    }

    /**
     * An entry for a value as a person writes it.
     *
     * @throws UnusablePostingException where the value names nothing that can be listed; the message says why
     */
    public static ListEntry of(
            ListedKind kind,
            String value,
            ListName list,
            String reason,
            String author,
            Instant since,
            Optional<Instant> until) {
        limit("value", value, MOST_NAME_CHARS);
        return new ListEntry(kind, value, ListKeys.of(kind, value), list, reason, author, since, until);
    }

    /** What tells it apart from all other entries. */
    public String id() {
        return id(kind, key);
    }

    static String id(ListedKind kind, String key) {
        return kind.word() + "/" + key;
    }

    /** Whether it holds at a time. */
    public boolean holdsAt(Instant time) {
        return !time.isBefore(since) && until.filter(end -> !time.isBefore(end)).isEmpty();
    }

    private static void limit(String name, String text, int most) {
        if (text.length() > most) {
            throw new UnusablePostingException(
                    RejectReason.FIELD_TOO_LONG, name + " is longer than " + most + " UTF-16 units");
        }
    }
}
