package org.lurewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first table under a heading of the documentation, row by row: what is in a cell, by the column's title. */
public record DocumentTable(List<Map<String, String>> rows) {
    /** The project's root, as tests see it. */
    public static final Path ROOT = Path.of("../..");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /**
     * Reads a table.
     *
     * @param page from the project's root
     * @param heading the text of the heading, without its marks
     */
    public static DocumentTable of(String page, String heading) throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve(page));
        List<List<String>> table = lines.stream()
                .dropWhile(line -> !line.matches("#+ " + Pattern.quote(heading)))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .map(DocumentTable::cells)
                .toList();
        if (table.size() < 3) {
            throw new IllegalArgumentException(page + " has no table under " + heading);
        }
        List<String> titles = table.get(0);
        return new DocumentTable(
                table.stream().skip(2).map(cells -> byTitle(titles, cells)).toList());
    }

    /** What stands as code in the cells of a column, all rows together. */
    public List<String> codes(String title) {
        return rows.stream().flatMap(row -> codes(row, title).stream()).toList();
    }

    /** What stands as code in one cell. */
    public static List<String> codes(Map<String, String> row, String title) {
        return CODE.matcher(row.get(title)).results().map(code -> code.group(1)).toList();
    }

    /** The rows by what stands as code in one of their columns, where it is one code a row. */
    public Map<String, Map<String, String>> by(String title) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> String.join(" ", codes(row, title)),
                        row -> row,
                        (one, other) -> {
                            throw new IllegalArgumentException("twice: " + one);
                        },
                        TreeMap::new));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Map<String, String> byTitle(List<String> titles, List<String> cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < titles.size(); i++) {
            row.put(titles.get(i), cells.get(i));
        }
        return row;
    }
}
