package org.lurewatch.desk.lists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lurewatch.codec.json.ListEntryJson;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Entries of lists in a file, one JSON object a line, as {@link ListEntryJson} has them. */
public final class ListFile {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_TOLD = 20;

    private ListFile() {}

    /**
     * Reads all entries, in their order. Empty lines are passed over.
     *
     * @param now since when an entry holds that does not say
     * @throws DeskException where the file cannot be read, with every line that is no entry and why
     */
    public static List<ListEntry> read(Path file, Instant now) {
        ListEntryJson json = new ListEntryJson();
        List<ListEntry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String[] lines = text(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                try {
                    entries.add(json.read(lines[i].getBytes(StandardCharsets.UTF_8), now));
                } catch (UnusablePostingException e) {
                    problems.add(file + ", line " + (i + 1) + ": " + e.getMessage());
                }
            }
        }
        if (entries.size() > PostingLists.MOST_ENTRIES) {
            problems.add(file + " holds " + entries.size() + " entries; the most are " + PostingLists.MOST_ENTRIES);
        }
        if (!problems.isEmpty()) {
            throw new DeskException(told(problems));
        }
        return entries;
    }

    private static String told(List<String> problems) {
        String first = String.join("\n", problems.subList(0, Math.min(MOST_TOLD, problems.size())));
        return problems.size() > MOST_TOLD ? first + "\nand " + (problems.size() - MOST_TOLD) + " more" : first;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new DeskException(file + " is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new DeskException("there is no file " + file, e);
        } catch (IOException e) {
            throw new DeskException(file + " cannot be read as UTF-8: " + e.getMessage(), e);
        }
    }
}
