package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingLimits;

/** A chat as WhatsApp exports it: {@code 12/03/24, 10:11 - Name: text}, with more lines of the text below. */
final class ChatRecords implements Records {
    private static final Pattern BEGIN = Pattern.compile(
            "[\\u200E\\u200F\\u202A\\uFEFF]*\\[?(\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}),?\\s+"
                    + "(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[\\s\\u202F]?(?i:[ap]\\.?\\s?m\\.?))?)(?:\\]\\s*|\\s+[-\\u2013]\\s+)(.*)");

    private static final Pattern SAID = Pattern.compile("[\\u200E\\u200F]*([^:]{1,60}):(?:\\s(.*)|)");

    /** What stands in place of a picture, and nothing else with it. */
    private static final Pattern MEDIA =
            Pattern.compile("[\\u200E\\u200F]*(<[^<>]{3,60}>|null|[\\w-]+\\.\\w{3,4} \\([^()]{3,40}\\))?");

    /** What the program itself says under a name, as exports of an iPhone have it, behind an invisible mark. */
    private static final Pattern NOTICE = Pattern.compile("(?s)\\u200E[^\\u200E]{0,400}");

    private final Lines lines;
    private final int maxChars;
    private Optional<Lines.Line> next;

    ChatRecords(Reader in, PostingLimits limits) throws IOException {
        this.lines = new Lines(in, limits.maxPostingBytes());
        this.maxChars = limits.maxPostingBytes();
        this.next = lines.next();
    }

    static boolean isChat(String text) {
        List<String> first =
                text.lines().filter(line -> !line.isBlank()).limit(60).toList();
        long begun =
                first.stream().filter(line -> BEGIN.matcher(line).matches()).count();
        return begun > 0
                && BEGIN.matcher(first.get(0)).matches()
                && (begun > 1 || first.size() == 1 || first.size() < 8)
                && first.stream().anyMatch(ChatRecords::isSaid);
    }

    private static boolean isSaid(String line) {
        Matcher begin = BEGIN.matcher(line);
        return begin.matches() && SAID.matcher(begin.group(3)).matches();
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        while (next.isPresent()) {
            Lines.Line first = next.get();
            List<String> more = new ArrayList<>();
            long size = first.text().length();
            boolean tooLarge = first.tooLong();
            next = lines.next();
            while (next.isPresent() && !BEGIN.matcher(next.get().text()).matches()) {
                size += next.get().text().length() + 1;
                tooLarge |= size > maxChars;
                if (!tooLarge) {
                    more.add(next.get().text());
                }
                next = lines.next();
            }
            String place = "line " + first.number();
            if (tooLarge) {
                return Optional.of(FileRow.tooLarge(place, maxChars));
            }
            Optional<FileEntry> message = message(place, first.text(), more);
            if (message.isPresent()) {
                return message;
            }
        }
        return Optional.empty();
    }

    /** The message; empty if nobody said it, or nothing is said. */
    private static Optional<FileEntry> message(String place, String first, List<String> more) {
        Matcher begin = BEGIN.matcher(first);
        Matcher said = SAID.matcher(begin.matches() ? begin.group(3) : "");
        if (!said.matches()) {
            return Optional.empty();
        }
        String text = said.group(2) == null ? "" : said.group(2);
        if (!more.isEmpty()) {
            text = text + "\n" + String.join("\n", more);
        }
        return MEDIA.matcher(text.strip()).matches()
                        || (more.isEmpty() && NOTICE.matcher(text).matches())
                ? Optional.empty()
                : Optional.of(new FileRow()
                        .with("description", text)
                        .with("postedBy", said.group(1))
                        .with("date", begin.group(1) + " " + begin.group(2))
                        .at(place));
    }

    @Override
    public String kind() {
        return "WhatsApp chat";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
