package org.lurewatch.detection.facts;

/** The one pass over a text. */
final class MarkScan {
    private final Marks marks;
    private final String text;
    private final int length;
    private final Trie trie = FactWords.TABLE.trie();

    MarkScan(Marks marks) {
        this.marks = marks;
        this.text = marks.text;
        this.length = text.length();
    }

    void run() {
        int i = 0;
        while (i < length && !marks.full()) {
            char c = text.charAt(i);
            i = switch (Letters.of(c)) {
                case Letters.SPACE -> i + 1;
                case Letters.DIGIT -> number(i);
                case Letters.SPACED -> spacedWord(i, c);
                case Letters.UNSPACED, Letters.HANGUL -> wordOr(i, c, i + 1);
                default -> sign(i, c);
            };
        }
    }

    private int number(int from) {
        NumberScan number = NumberScan.at(text, from);
        marks.addNumber(from, number.end(), number.value());
        return number.end();
    }

    private int spacedWord(int from, char c) {
        int end = trie.begins(c) ? wordOr(from, c, -1) : -1;
        if (end >= 0) {
            return end;
        }
        int i = from + 1;
        while (i < length && Letters.of(text.charAt(i)) == Letters.SPACED) {
            i++;
        }
        return i;
    }

    private int wordOr(int from, char c, int otherwise) {
        if (!trie.begins(c)) {
            return otherwise;
        }
        long found = trie.longestAt(text, from);
        if (found == Trie.NONE) {
            return otherwise;
        }
        int end = (int) (found >>> 32);
        marks.addWord(from, end, FactWords.TABLE.word((int) found));
        return end;
    }

    private int sign(int from, char c) {
        if (c == '@') {
            marks.addSign(Marks.AT, from, from + 1);
            return from + 1;
        }
        if (c == ':' && text.startsWith("://", from)) {
            marks.addSign(Marks.LINK, from, from + 3);
            return from + 3;
        }
        return wordOr(from, c, from + 1);
    }
}
