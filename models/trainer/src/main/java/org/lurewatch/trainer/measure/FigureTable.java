package org.lurewatch.trainer.measure;

import java.util.List;

/**
 * Figures in words, for text and page alike.
 *
 * @param title what it shows
 * @param header one for each column
 * @param rows one cell for each column
 */
public record FigureTable(String title, List<String> header, List<List<String>> rows) {
    public FigureTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
