package org.lurewatch.intake.files;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a table of text is written.
 *
 * @param separator what stands between cells
 * @param firstLine whether a first line says so ({@code sep=;})
 */
record CsvForm(char separator, boolean firstLine) {
    private static final int SAMPLED_ROWS = 200;
    private static final int MOST_ROWS_OF_A_TITLE = 5;
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};

    /** Finds the form by how evenly a text is separated; empty if it is no table. */
    static Optional<CsvForm> of(String text, String fileName) {
        String head = text.substring(0, Math.min(8, text.length())).toLowerCase(Locale.ROOT);
        if (head.startsWith("sep=") && head.length() > 5 && (head.charAt(5) == '\n' || head.charAt(5) == '\r')) {
            return Optional.of(new CsvForm(text.charAt(4), true));
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab");
        Optional<CsvForm> best = Optional.empty();
        double highest = 0;
        for (char separator : SEPARATORS) {
            double score = score(text, separator, named);
            if (score > highest) {
                highest = score;
                best = Optional.of(new CsvForm(separator, false));
            }
        }
        return best.isEmpty() && named ? Optional.of(new CsvForm(name.endsWith(".csv") ? ',' : '\t', false)) : best;
    }

    /** Without the rows of a single cell that are the title of a table of three or more columns and rows. */
    private static List<List<String>> belowTheTitle(List<List<String>> rows) {
        int first = 0;
        while (first < MOST_ROWS_OF_A_TITLE
                && first < rows.size()
                && rows.get(first).size() == 1) {
            first++;
        }
        return first + 2 < rows.size() && rows.get(first).size() > 2 ? rows.subList(first, rows.size()) : rows;
    }

    /** The share of rows that have the usual number of cells, a little more if there are many; 0 if it is no table. */
    private static double score(String text, char separator, boolean named) {
        List<List<String>> rows = belowTheTitle(CsvRows.sample(text, separator, SAMPLED_ROWS));
        Map<Integer, Integer> counts = new HashMap<>();
        long blanksBehind = 0;
        long separators = 0;
        for (List<String> row : rows) {
            counts.merge(row.size(), 1, Integer::sum);
            separators += row.size() - 1;
            blanksBehind +=
                    row.stream().skip(1).filter(cell -> cell.startsWith(" ")).count();
        }
        int usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
        int widest = rows.isEmpty() ? 1 : rows.get(0).size();
        if (usual < 2 && !(named && widest > 1)) {
            return 0;
        }
        double even = counts.getOrDefault(usual, 0) / (double) rows.size();
        boolean prose = separator != '\t' && blanksBehind * 10 > separators * 7;
        if (!named && (rows.size() < 2 || even < 0.9 || prose)) {
            return 0;
        }
        if (usual < 2) {
            return 0.1;
        }
        // Commas stand in prose, tabs do not.
        return even + Math.min(usual, 30) / 100.0 + (separator == '\t' ? 0.3 : 0) - (prose ? 0.5 : 0);
    }
}
