package org.lurewatch.detection.facts.words;

/** Where one statement ends and the next begins, as far as facts go. */
public final class StatementEnds {

    private StatementEnds() {}

    /** Whether a clause ends between two places of a text, and with it what a denial is about. */
    public static boolean isClauseBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '，' || c == '،') {
                return true;
            }
        }
        return isBetween(text, from, to);
    }

    /** Whether a statement ends between two places of a text. */
    public static boolean isBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean stop =
                    c == '。' || c == '\n' || c == ';' || c == '!' || c == '?' || c == '।' || c == '។' || c == '။';
            boolean fullStop = c == '.' && i + 1 < text.length() && Letters.of(text.charAt(i + 1)) == Letters.SPACE;
            if (stop || fullStop) {
                return true;
            }
        }
        return false;
    }
}
