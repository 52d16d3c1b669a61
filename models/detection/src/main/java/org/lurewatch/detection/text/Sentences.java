package org.lurewatch.detection.text;

/** Numbers the sentences of a text as its tokens are cut, in reading order. */
final class Sentences {
    private final char[] text;
    private int sentence;
    private int last;

    Sentences(char[] text) {
        this.text = text;
    }

    /** The sentence of a token, by what stands between it and the token before. */
    int of(int start, int end) {
        if (endBetween(last, start)) {
            sentence++;
        }
        last = end;
        return sentence;
    }

    private boolean endBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            switch (text[i]) {
                case '.',
                        '!',
                        '?',
                        '\n',
                        '\r',
                        ';',
                        '\u3002',
                        '\uff61',
                        '\u0964',
                        '\u061f',
                        '\u06d4',
                        '\u104b',
                        '\u17d4',
                        '\u1362' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
