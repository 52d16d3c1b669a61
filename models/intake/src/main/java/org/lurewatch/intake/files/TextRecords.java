package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.columns.BareTitles;

/** Plain text: one advert, one a line, or with blank lines between adverts. */
final class TextRecords implements Records {
    private static final int FEWEST_ADVERTS = 3;
    private static final int LINES_LOOKED_AT = 400;

    private static final Pattern PARAGRAPHS = Pattern.compile("\\R[ \\t]*+\\R\\s*+");

    /** An address, a link, a handle or a telephone number. */
    private static final Pattern CONTACT =
            Pattern.compile("\\S@\\S|https?://|www\\.\\S|(?<!\\S)@\\w{4}|\\+?\\d(?:[ ().-]?\\d){6,14}");

    private static final Pattern LABELLED = Pattern.compile("(?U)\\W*([\\w ]{2,30}?)\\s*:");

    private final Lines lines;
    private final TextSplit split;
    private final boolean titles;
    private final int maxChars;

    /** @param titles whether the adverts are titles and nothing else */
    TextRecords(Reader in, TextSplit split, boolean titles, PostingLimits limits) {
        this.lines = new Lines(in, limits.maxPostingBytes());
        this.split = split;
        this.titles = titles;
        this.maxChars = limits.maxPostingBytes();
    }

    /** Whether every line of a text, whose end may be cut off, is a title and nothing else. */
    static boolean areTitles(String text) {
        return BareTitles.are(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES_LOOKED_AT)
                .toList());
    }

    /**
     * How a text is to be cut: many lines one by one are messages or titles, lines that hang together are one advert.
     *
     * @param whole whether the text is not cut off
     */
    static TextSplit split(String text, boolean whole) {
        List<String> all = text.lines().toList();
        List<String> filled =
                all.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!whole || areTitles(text)) {
            return TextSplit.LINE;
        }
        if (filled.size() < 3) {
            return TextSplit.NONE;
        }
        long marked = filled.stream()
                .filter(line -> line.matches("[-*•#–·+>✅✔🔹➡].*|.*:|\\d+[.)].*") || line.length() < 25)
                .count();
        long messages = filled.stream().filter(line -> line.length() >= 40).count();
        boolean paragraphs = all.size() > filled.size();
        if (paragraphs && areAdverts(text)) {
            return TextSplit.BLANK;
        }
        boolean lineByLine = messages * 10 >= filled.size() * 7 && marked * 5 <= filled.size();
        return lineByLine && (!paragraphs || filled.size() > 30) || filled.size() > 400
                ? TextSplit.LINE
                : TextSplit.NONE;
    }

    /** Whether each paragraph says where to apply, or begins with the same word and a colon: none is a part of another. */
    private static boolean areAdverts(String text) {
        List<String> blocks = Arrays.stream(PARAGRAPHS.split(text.strip())).toList();
        Map<String, Integer> beginnings = new HashMap<>();
        int contacts = 0;
        for (String block : blocks) {
            contacts += CONTACT.matcher(block).find() ? 1 : 0;
            Matcher labelled = LABELLED.matcher(block);
            if (labelled.lookingAt()) {
                beginnings.merge(labelled.group(1).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        int alike = beginnings.values().stream().mapToInt(count -> count).max().orElse(0);
        return blocks.size() >= FEWEST_ADVERTS && Math.max(contacts, alike) * 10 >= blocks.size() * 8;
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        Optional<Lines.Line> first = lines.next();
        while (first.isPresent() && first.get().text().isBlank()) {
            first = lines.next();
        }
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String place = "line " + first.get().number();
        StringBuilder text = new StringBuilder(first.get().text());
        boolean tooLarge = first.get().tooLong();
        if (split != TextSplit.LINE) {
            for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (split == TextSplit.BLANK && line.get().text().isBlank()) {
                    break;
                }
                tooLarge |= line.get().tooLong()
                        || text.length() + line.get().text().length() > maxChars;
                if (!tooLarge) {
                    text.append('\n').append(line.get().text());
                }
            }
        }
        return Optional.of(
                tooLarge
                        ? FileRow.tooLarge(place, maxChars)
                        : new FileRow()
                                .with(titles ? "title" : "description", text.toString())
                                .at(place));
    }

    @Override
    public String kind() {
        return switch (split) {
            case LINE -> titles ? "plain text, one title a line" : "plain text, one advert a line";
            case BLANK -> "plain text, blank lines between adverts";
            default -> "plain text, one advert";
        };
    }

    @Override
    public List<String> notes() {
        return titles ? List.of(BareTitles.NOTE) : List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
