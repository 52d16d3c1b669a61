package org.lurewatch.cli.terminal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.posting.TerminalText;

/** Text by the columns that it takes on a terminal, where a Chinese character takes two and a combining mark none. */
public final class DisplayText {
    private static final String CUT = "…";

    /** More marks on one character are left out: they would spread over the lines around it. */
    private static final int MOST_MARKS = 4;

    private DisplayText() {}

    /** How many columns a text takes that holds no control characters. */
    public static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    /** Scraped text made harmless, on one line, and cut where it takes more than so many columns. */
    public static String fit(String text, int columns) {
        StringBuilder shown = new StringBuilder();
        int taken = 0;
        int beforeCut = 0;
        int marks = 0;
        for (int character : TerminalText.escape(text).codePoints().toArray()) {
            int width = width(character);
            marks = width == 0 ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                continue;
            }
            if (taken + width > columns) {
                return shown.substring(0, beforeCut) + CUT;
            }
            taken += width;
            shown.appendCodePoint(character);
            if (taken < columns) {
                beforeCut = shown.length();
            }
        }
        return shown.toString();
    }

    /** The text with spaces up to so many columns. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /**
     * A sentence of ours as lines of at most so many columns, broken at spaces; a longer word has a line of its own.
     *
     * @param indent stands before every line
     */
    public static List<String> wrap(String sentence, int columns, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() > 0 && width(indent + line) + 1 + width(word) > columns) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(indent + line);
        return lines;
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        int wide = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
        return wide == EastAsianWidth.WIDE || wide == EastAsianWidth.FULLWIDTH;
    }
}
