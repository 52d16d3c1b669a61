package org.lurewatch.intake.columns;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lists of bare job titles, one a line: short varied lines without sentences, most of them with a word that titles have. A
 * few lines of an advert look much the same, so a short list must have no line that a title cannot be, such as one with pay
 * or a contact.
 */
public final class BareTitles {
    /** What is said of them. */
    public static final String NOTE = "a title alone says little, so most scams in it will not be found";

    private static final int FEWEST = 3;
    private static final int FEW = 12;
    private static final int MANY_DIFFERENT = 20;
    private static final int WIDEST = 90;
    private static final int MOST_WORDS = 12;

    /** A sentence, a list's mark, money, a contact, or a line break. */
    private static final Pattern NO_TITLE =
            Pattern.compile("(?s)[-*•#–·>✅✔🔹➡\\d].*|.*([!?。！？\\n@\\p{Sc}]|//|\\d[\\d .()-]{5,}|[.:;,…]\\s*$).*");

    /** What a column of titles may be called. */
    private static final Set<ColumnRole> NAMES =
            EnumSet.of(ColumnRole.TITLE, ColumnRole.TEXT, ColumnRole.SUMMARY, ColumnRole.CATEGORY);

    private BareTitles() {}

    /** Whether these lines, none of which is blank, are titles. */
    public static boolean are(List<String> lines) {
        Set<String> different = new HashSet<>();
        int titles = 0;
        int others = 0;
        for (String line : lines) {
            String bare = line.strip();
            different.add(bare);
            if (!mayBeOne(bare)) {
                others++;
            } else if (ValueShapes.hasTitleWord(bare)) {
                titles++;
            }
        }
        boolean varied = different.size() * 2 >= lines.size() || different.size() >= MANY_DIFFERENT;
        boolean few = lines.size() <= FEW;
        return lines.size() >= FEWEST
                && varied
                && others * 10 <= (few ? 0 : lines.size())
                && titles * 10 >= lines.size() * (few ? 6 : 5);
    }

    /** Whether a line above titles names their column, and is none of them. */
    public static boolean areNamed(String line) {
        return !ValueShapes.hasTitleWord(line)
                && NameVote.of(line).role().filter(NAMES::contains).isPresent();
    }

    private static boolean mayBeOne(String line) {
        return ValueShapes.width(line) <= WIDEST
                && line.split("\\s+").length <= MOST_WORDS
                && !NO_TITLE.matcher(line).matches();
    }
}
