package org.lurewatch.detection.lists;

import java.util.Objects;
import java.util.Optional;

/**
 * A command about lists.
 *
 * @param kind what it names
 * @param value as it was written
 * @param key the spelling that is compared
 * @param entry what stands from now on; empty where nothing is to stand any more
 */
public record ListChange(ListedKind kind, String value, String key, Optional<ListEntry> entry) {
    public ListChange {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
        Objects.requireNonNull(key);
        Objects.requireNonNull(entry);
    }

    /** Puts an entry on its list. */
    public static ListChange put(ListEntry entry) {
        return new ListChange(entry.kind(), entry.value(), entry.key(), Optional.of(entry));
    }

    /**
     * Takes a value off both lists.
     *
     * @throws org.lurewatch.detection.posting.UnusablePostingException where it cannot be on one
     */
    public static ListChange remove(ListedKind kind, String value) {
        return new ListChange(kind, value, ListKeys.of(kind, value), Optional.empty());
    }

    /** What tells the entry apart from all others. */
    public String id() {
        return ListEntry.id(kind, key);
    }
}
