package org.lurewatch.detection.lists;

import java.time.ZoneOffset;
import java.util.Optional;
import org.lurewatch.detection.posting.TerminalText;

/**
 * What becomes of a command about lists.
 *
 * @param accepted whether it is done
 * @param message what was done, or why not
 */
public record ListDecision(boolean accepted, String message) {
    private static final int LONGEST_SHOWN = 100;

    /**
     * Decides.
     *
     * @param before the entry that stands for the same value
     * @param entries how many stand in all
     */
    public static ListDecision of(ListChange change, Optional<ListEntry> before, int entries) {
        String name =
                change.kind().word() + " " + TerminalText.escape(change.value().strip(), LONGEST_SHOWN);
        if (change.entry().isEmpty()) {
            return new ListDecision(
                    true,
                    before.map(was -> name + " is no longer on the " + named(was))
                            .orElse(name + " is on no list"));
        }
        if (before.isEmpty() && entries >= PostingLists.MOST_ENTRIES) {
            return new ListDecision(
                    false,
                    "the lists hold " + PostingLists.MOST_ENTRIES + " entries, which is the most: remove some first");
        }
        String now = name + " is on the " + change.entry().get().list().word() + " list now";
        return new ListDecision(
                true,
                before.filter(was -> !was.equals(change.entry().get()))
                        .map(was -> now + ", instead of the " + named(was))
                        .orElse(now));
    }

    private static String named(ListEntry entry) {
        String author = entry.author().isBlank() ? "" : " by " + TerminalText.escape(entry.author(), LONGEST_SHOWN);
        return entry.list().word() + " list (since "
                + entry.since().atOffset(ZoneOffset.UTC).toLocalDate() + author + ")";
    }
}
