package org.lurewatch.detection.facts.words;

/** The one pass over a text. */
final class MarkScan {
    private final MarkList marks;
    private final String text;
    private final char[] units;

    private final int length;
    private final Trie trie = FactWords.TABLE.trie();
    private final WordStarts starts = FactWords.TABLE.starts();

    MarkScan(MarkList marks) {
        this.marks = marks;
        this.text = marks.text();
        this.units = marks.units();
        this.length = text.length();
    }

    void run() {
        int i = 0;
        while (i < length && !marks.full()) {
            char c = units[i];
            i = switch (Letters.of(c)) {
                case Letters.SPACE -> i + 1;
                case Letters.DIGIT -> number(i);
                case Letters.SPACED -> spacedWord(i);
                case Letters.UNSPACED, Letters.HANGUL -> begins(i, c);
                default -> sign(i, c);
            };
        }
    }

    private int number(int from) {
        NumberScan number = NumberScan.at(text, from);
        marks.addNumber(from, number.end(), number.value());
        return number.end();
    }

    private int spacedWord(int from) {
        int hash = 0;
        int end = from;
        do {
            hash = WordStarts.next(hash, units[end]);
            end++;
        } while (end < length && Letters.of(units[end]) == Letters.SPACED);
        return starts.mayBegin(hash) ? wordOr(from, end) : end;
    }

    private int begins(int from, char c) {
        return trie.begins(c) ? wordOr(from, from + 1) : from + 1;
    }

    /**
     * Marks the word of the table that begins here and answers its end; where there is no word, answers the other
     * place.
     */
    private int wordOr(int from, int otherwise) {
        long found = trie.longestAt(units, from, length);
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
        return begins(from, c);
    }
}
