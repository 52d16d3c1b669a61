package org.lurewatch.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A block of a model card. Of Markdown only what model cards hold is read: headings, paragraphs, tables and items of lists.
 *
 * @param heading level of a heading, 1 to 6; else 0
 * @param text of a heading, a paragraph or an item; the empty string for a table
 * @param rows cells of a table, its head first; empty for anything else
 */
public record CardBlock(int heading, String text, List<List<String>> rows) {
    /** The blocks of a card, in their order. */
    static List<CardBlock> of(String markdown) {
        List<CardBlock> blocks = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (String line : (markdown + "\n\n").split("\\R", -1)) {
            boolean row = line.startsWith("|");
            int heading = headingOf(line);
            if (!row && !table.isEmpty()) {
                blocks.add(new CardBlock(0, "", List.copyOf(table)));
                table.clear();
            }
            if ((line.isBlank() || row || heading > 0 || line.startsWith("- ")) && !paragraph.isEmpty()) {
                blocks.add(new CardBlock(0, plain(String.join(" ", paragraph)), List.of()));
                paragraph.clear();
            }
            if (row && !line.matches("[|:\\s-]+")) {
                table.add(cells(line));
            } else if (heading > 0) {
                blocks.add(new CardBlock(heading, plain(line.substring(heading).strip()), List.of()));
            } else if (!row && !line.isBlank()) {
                paragraph.add(line.strip());
            }
        }
        return blocks;
    }

    private static int headingOf(String line) {
        int level = 0;
        while (level < line.length() && level < 6 && line.charAt(level) == '#') {
            level++;
        }
        return level < line.length() && line.charAt(level) == ' ' ? level : 0;
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") && inner.length() > 1 ? inner.length() - 1 : inner.length());
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> plain(cell.strip()))
                .toList();
    }

    /** Without marks for bold text and code. */
    private static String plain(String text) {
        return MarkedText.visible(text.replace("**", "").replace("`", ""));
    }
}
