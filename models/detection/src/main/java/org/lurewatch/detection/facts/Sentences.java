package org.lurewatch.detection.facts;

/** Where one statement ends and the next begins, as far as facts go. */
final class Sentences {

    private Sentences() {}

    static boolean endBetween(String text, int from, int to) {
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
