package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingLimits;

/** The tables of a Markdown text: a row of names, a row of dashes, and a record a row below; the text around is left out. */
final class MarkdownRecords implements Records {
    private static final int MAX_COLUMNS = 100;
    private static final int LOOKED_AT = 5_000;

    private static final Pattern DASHES = Pattern.compile("\\s*+\\|?(?:\\s*+:?-+:?\\s*+\\|)+(?:\\s*+:?-+:?)?\\s*+");
    private static final Pattern BORDER = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)]\\(<?([^()\\s<>]*)>?[^()]*\\)");
    private static final Pattern HREF = Pattern.compile("(?i)<a\\s[^<>]*href=[\"']([^\"'<>]*)[\"'][^<>]*>");
    private static final Pattern MARKS = Pattern.compile("\\*\\*|__|~~|`|</?[a-zA-Z][^<>]*>");

    private final Lines lines;
    private final int maxChars;
    private List<String> names = List.of();
    private Optional<Lines.Line> above = Optional.empty();

    MarkdownRecords(Reader in, PostingLimits limits) {
        this.lines = new Lines(in, limits.maxPostingBytes());
        this.maxChars = limits.maxPostingBytes();
    }

    /** Whether most of a text is rows of tables. */
    static boolean isMarkdown(String text) {
        List<String> filled =
                text.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
        boolean table = false;
        for (int i = 1; i < filled.size() && !table; i++) {
            table = isDashes(filled.get(i)) && cells(filled.get(i - 1)).size() > 1;
        }
        return table && filled.stream().filter(line -> line.indexOf('|') >= 0).count() * 2 > filled.size();
    }

    private static boolean isDashes(String line) {
        return line.length() < 2_000 && DASHES.matcher(line).matches();
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get().text();
            if (isDashes(text)) {
                names = above.map(header -> cells(header.text())).orElse(List.of());
                above = Optional.empty();
            } else if (text.indexOf('|') < 0) {
                names = List.of();
            } else if (names.isEmpty()) {
                above = line;
            } else {
                return Optional.of(record(line.get()));
            }
        }
        return Optional.empty();
    }

    private FileEntry record(Lines.Line line) {
        String place = "line " + line.number();
        if (line.tooLong()) {
            return FileRow.tooLarge(place, maxChars);
        }
        List<String> cells = cells(line.text());
        FileRow record = new FileRow();
        for (int i = 0; i < cells.size(); i++) {
            String name = i < names.size() ? plain(names.get(i)) : "";
            name = name.isEmpty() ? String.valueOf(i) : name;
            record.with(name, plain(cells.get(i)));
            record.with(name + " link", link(cells.get(i)));
        }
        return record.at(place);
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        row = row.startsWith("|") ? row.substring(1) : row;
        List<String> cells = new ArrayList<>();
        for (String cell : BORDER.split(row, MAX_COLUMNS)) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        if (cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String plain(String cell) {
        String said = LINK.matcher(cell).replaceAll("$1").replaceAll("(?i)<br ?/?>|</br>", "\n");
        return MARKS.matcher(said).replaceAll("").strip();
    }

    private static String link(String cell) {
        Matcher html = HREF.matcher(cell);
        Matcher link = LINK.matcher(cell);
        if (html.find()) {
            return html.group(1);
        }
        return link.find() ? link.group(2) : "";
    }

    @Override
    public String kind() {
        return "Markdown table";
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
