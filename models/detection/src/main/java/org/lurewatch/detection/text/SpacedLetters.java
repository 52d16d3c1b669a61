package org.lurewatch.detection.text;

/**
 * Joins what was pulled apart: "h i g h", "h.i.g.h", "h🔥i🔥g🔥h", "高 薪", and words with a pictograph inside. A run
 * counts only where the same gap stands between all its pieces and no piece is long enough to be a word of its own.
 * See RATIONALE.md, "Letters are joined before look-alikes are replaced".
 */
final class SpacedLetters {
    private static final int FEWEST_LETTERS = 4;
    private static final int FEWEST_CLUSTERED_PIECES = 3;
    private static final int LONGEST_GAP = 4;
    private static final int LONGEST_PIECE_BESIDE_EMOJI = 2;
    private static final String DOUBTFUL_HAN_GAPS = "/-|=+";

    private final MappedText in;
    private final TrickCounts counts;
    private MappedText out;
    private int copied;

    private SpacedLetters(MappedText in, TrickCounts counts) {
        this.in = in;
        this.counts = counts;
    }

    static MappedText join(MappedText in, TrickCounts counts) {
        MappedText joined = new SpacedLetters(in, counts).joinRuns();
        return counts.emoji ? new SpacedLetters(joined, counts).dropEmojiInWords() : joined;
    }

    private MappedText joinRuns() {
        char[] units = in.units();
        int length = in.length();
        int i = 0;
        while (i + 2 < length) {
            char c = units[i];
            int end = c < 0x80 ? asciiWordEnd(units, i, length) : i + 1;
            boolean mayBePiece = end == i + 1 && (i == 0 || !isWordUnit(units[i - 1]));
            LetterKind kind = mayBePiece ? LetterKind.of(c) : LetterKind.NONE;
            i = kind == LetterKind.NONE ? Math.max(end, i + 1) : Math.max(joinRun(i, kind), end);
        }
        return result();
    }

    /** The end of the run of plain letters and figures from here: words of several letters are passed over. */
    private static int asciiWordEnd(char[] units, int from, int length) {
        int end = from;
        while (end < length && ((units[end] >= 'a' && units[end] <= 'z') || isDigit(units[end]))) {
            end++;
        }
        return end;
    }

    /** Joins the run that begins here and answers its end, or the same place where there is none. */
    private int joinRun(int from, LetterKind kind) {
        int pieceEnd = pieceEnd(from, kind);
        int gapEnd = gapEnd(pieceEnd);
        if (gapEnd == pieceEnd) {
            return from;
        }
        int gap = pieceEnd;
        int gapLength = gapEnd - pieceEnd;
        int pieces = 1;
        int letters = 1;
        boolean alphabet = true;
        int end = pieceEnd;
        int i = gapEnd;
        boolean digitLast = false;
        int piecesToEnd = 1;
        while (i < in.length()) {
            boolean digit = kind == LetterKind.SPACED && !digitLast && isDigit(in.charAt(i));
            if (!digit && LetterKind.of(in.charAt(i)) != kind) {
                break;
            }
            int next = digit ? i + 1 : pieceEnd(i, kind);
            if (next < in.length() && isWordUnit(in.charAt(next))) {
                break;
            }
            alphabet &= in.charAt(i) == in.charAt(i - gapLength - 1) + 1;
            pieces++;
            letters += digit ? 0 : 1;
            digitLast = digit;
            if (!digit) {
                end = next;
                piecesToEnd = pieces;
            }
            if (!sameGap(gap, next, gapLength)) {
                break;
            }
            i = next + gapLength;
        }
        boolean word = letters >= FEWEST_LETTERS - 1 && piecesToEnd >= fewest(kind, gap, gapLength) && !alphabet;
        boolean unspacedWord = kind != LetterKind.SPACED && piecesToEnd >= fewest(kind, gap, gapLength);
        if (!word && !unspacedWord) {
            return from;
        }
        appendWithoutGaps(from, end, kind, gapLength);
        // Headings are often pulled apart by blanks where words are not spaced.
        boolean layout = kind != LetterKind.SPACED && in.charAt(gap) == ' ';
        counts.spaced += layout ? 0 : 1;
        return end;
    }

    private int fewest(LetterKind kind, int gap, int gapLength) {
        return switch (kind) {
            case SPACED -> FEWEST_LETTERS;
            case CLUSTERED -> FEWEST_CLUSTERED_PIECES;
            default -> gapLength == 1 && DOUBTFUL_HAN_GAPS.indexOf(in.charAt(gap)) >= 0 ? FEWEST_LETTERS : 2;
        };
    }

    private void appendWithoutGaps(int from, int end, LetterKind kind, int gapLength) {
        copyTo(from);
        int i = from;
        while (i < end) {
            int pieceEnd = isDigit(in.charAt(i)) ? i + 1 : pieceEnd(i, kind);
            out.append(in, i, pieceEnd);
            i = pieceEnd + gapLength;
        }
        copied = end;
    }

    /** One letter with its marks; of Thai and its like up to two, since these are often split by syllables. */
    private int pieceEnd(int from, LetterKind kind) {
        int end = clusterEnd(from);
        boolean second = kind == LetterKind.CLUSTERED && end < in.length() && LetterKind.of(in.charAt(end)) == kind;
        return second ? clusterEnd(end) : end;
    }

    private int clusterEnd(int from) {
        int end = from + 1;
        while (end < in.length()
                && end - from < LetterKind.LONGEST_CLUSTER
                && LetterKind.continuesCluster(in.charAt(end - 1), in.charAt(end))) {
            end++;
        }
        return end;
    }

    private int gapEnd(int from) {
        int end = from;
        while (end < in.length() && end - from < LONGEST_GAP && isGap(in.charAt(end))) {
            end++;
        }
        return end == in.length() || isGap(in.charAt(end)) ? from : end;
    }

    private boolean sameGap(int gap, int at, int length) {
        if (at + length >= in.length() || isGap(in.charAt(at + length))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (in.charAt(at + i) != in.charAt(gap + i)) {
                return false;
            }
        }
        return true;
    }

    private MappedText dropEmojiInWords() {
        int i = 1;
        while (i + 1 < in.length()) {
            int end = emojiEnd(i);
            if (end > i && end < in.length() && !isWord(in.codePointAt(i)) && splitsWord(i, end)) {
                copyTo(i);
                copied = end;
                counts.spaced++;
            }
            i = Math.max(end, i + 1);
        }
        return result();
    }

    private boolean splitsWord(int from, int to) {
        LetterKind kind = LetterKind.of(in.charAt(from - 1));
        if (kind == LetterKind.NONE || LetterKind.of(in.charAt(to)) != kind) {
            return false;
        }
        int most = kind == LetterKind.SPACED ? LONGEST_PIECE_BESIDE_EMOJI : 1;
        int before = 0;
        while (before <= most && from - before > 0 && isWordUnit(in.charAt(from - before - 1))) {
            before++;
        }
        int behind = 0;
        while (behind <= most && to + behind < in.length() && isWordUnit(in.charAt(to + behind))) {
            behind++;
        }
        return (before <= most || behind <= most) && before + behind > most;
    }

    /** Pictographs that are read as words: plane, speech bubble, penguin, leaf, plus and hearts. */
    private static boolean isWord(int emoji) {
        return switch (emoji) {
            case 0x2708, 0x1F6E9, 0x1F4AC, 0x1F427, 0x1F96C, 0x2795, 0x2764, 0x2665 -> true;
            default -> false;
        };
    }

    private int emojiEnd(int from) {
        int end = from;
        while (end < in.length() && end - from < LONGEST_GAP && isEmoji(in.charAt(end))) {
            end++;
        }
        return end;
    }

    private void copyTo(int end) {
        if (out == null) {
            out = new MappedText(in.length());
        }
        out.append(in, copied, end);
    }

    private MappedText result() {
        if (out == null) {
            return in;
        }
        out.append(in, copied, in.length());
        return out;
    }

    private static boolean isGap(char c) {
        return switch (c) {
            case ' ', '.', '-', '_', '*', '|', '/', '~', '^', '`', '\'', '"', '=', '+', '#', '\\' -> true;
            case '\u00b7', '\u2022', '\u2013', '\u2014', '\u30fb', '\u00b0' -> true;
            default -> isEmoji(c);
        };
    }

    static boolean isEmoji(char c) {
        return c >= 0x2190
                && ((c >= 0x2190 && c <= 0x21ff)
                        || (c >= 0x25a0 && c <= 0x27bf)
                        || (c >= 0x2900 && c <= 0x297f)
                        || (c >= 0x2b00 && c <= 0x2bff)
                        || (c >= '\ud83c' && c <= '\ud83e')
                        || Character.isLowSurrogate(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordUnit(char c) {
        return c < 0x80 ? (c >= 'a' && c <= 'z') || isDigit(c) : Character.isLetterOrDigit(c);
    }
}
