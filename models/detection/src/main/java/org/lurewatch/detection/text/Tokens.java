package org.lurewatch.detection.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Cuts comparable text into tokens: words by Unicode's word boundaries (UAX 29), and single characters with their marks
 * in Han, Kana, Thai, Lao, Khmer and Burmese, so that no word list is needed where words are not spaced.
 * See RATIONALE.md, "Scripts without spaces are cut into characters".
 */
public final class Tokens {
    private static final String SOUTH_EAST_ASIAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];
    private static final String IDEOGRAPHIC = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];
    private static final String HIRAGANA = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HIRAGANA];
    private static final Token[] NO_TOKENS = {};

    /** A list that grew beyond this is not reused for the next text. */
    private static final int MOST_KEPT = 1 << 14;

    private static final ThreadLocal<Cutter> CUTTERS = ThreadLocal.withInitial(Cutter::new);

    private Tokens() {}

    /** The tokens of a comparable text, in order. */
    public static List<Token> of(ComparableText comparable) {
        return of(comparable.text(), comparable.units());
    }

    /** The tokens of a text that is comparable already, in order. */
    public static List<Token> of(String comparable) {
        return of(comparable, comparable.toCharArray());
    }

    private static List<Token> of(String comparable, char[] units) {
        try {
            return CUTTERS.get().cut(comparable, units);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }

    /** Whether the words of a wording stand at a place among others, where there is room for them. */
    public static boolean standAt(List<Token> tokens, int at, List<Token> wording) {
        for (int i = 0; i < wording.size(); i++) {
            if (!tokens.get(at + i).term().equals(wording.get(i).term())) {
                return false;
            }
        }
        return true;
    }

    private static final class Cutter {
        private final StandardTokenizer tokenizer = new StandardTokenizer();
        private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
        private final TypeAttribute type = tokenizer.addAttribute(TypeAttribute.class);
        private final KnownWords words = new KnownWords();
        private ArrayList<Token> tokens = new ArrayList<>();

        /** White space always separates words, so that each stretch between can be cut in either way by itself. */
        List<Token> cut(String text, char[] units) throws IOException {
            tokens.clear();
            Sentences sentences = new Sentences(units);
            int from = 0;
            while (from < text.length()) {
                int known = knownEnd(units, from, text.length());
                if (known > from && !WordCutter.cut(units, from, known, words, sentences, tokens)) {
                    cutByLucene(text, from, known, sentences);
                }
                int other = otherEnd(units, known, text.length());
                if (other > known) {
                    cutByLucene(text, known, other, sentences);
                }
                from = other;
            }
            List<Token> cut = List.of(tokens.toArray(NO_TOKENS));
            if (cut.size() > MOST_KEPT) {
                tokens = new ArrayList<>();
            }
            return cut;
        }

        /** The end of the words from here that hold known units only. */
        private static int knownEnd(char[] text, int from, int length) {
            int end = from;
            while (end < length && WordCutter.knows(text[end])) {
                end++;
            }
            while (end < length && end > from && !isSpace(text[end - 1])) {
                end--;
            }
            return end;
        }

        /** The end of the words from here that each hold a unit that is not known. */
        private static int otherEnd(char[] text, int from, int length) {
            int start = from;
            int i = from;
            boolean unknown = false;
            while (i < length) {
                char c = text[i];
                unknown |= !WordCutter.knows(c);
                i++;
                if (isSpace(c)) {
                    if (!unknown) {
                        return start;
                    }
                    start = i;
                    unknown = false;
                }
            }
            return unknown ? i : start;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\n';
        }

        private void cutByLucene(String text, int from, int to, Sentences sentences) throws IOException {
            tokenizer.setReader(new StringReader(text.substring(from, to)));
            tokenizer.reset();
            try {
                while (tokenizer.incrementToken()) {
                    int start = from + offset.startOffset();
                    int end = from + offset.endOffset();
                    int sentence = sentences.of(start, end);
                    String kind = type.type();
                    if (SOUTH_EAST_ASIAN.equals(kind)) {
                        cutClusters(text, start, end, sentence, tokens);
                    } else {
                        boolean unspaced = IDEOGRAPHIC.equals(kind) || HIRAGANA.equals(kind);
                        String word = unspaced ? term.toString() : plain(term.toString());
                        tokens.add(new Token(word, start, end, sentence, unspaced));
                    }
                }
                tokenizer.end();
            } finally {
                tokenizer.close();
            }
        }
    }

    /** A word without accents, and with its letters for figures that stand in their place. */
    static String plain(String word) {
        int length = word.length();
        boolean ascii = true;
        for (int i = 0; i < length && ascii; i++) {
            ascii = word.charAt(i) < 0x80;
        }
        if (ascii) {
            return LetterDigits.mend(word);
        }
        char[] folded = new char[length * 4];
        int foldedLength = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, length);
        return LetterDigits.mend(new String(folded, 0, foldedLength));
    }

    private static void cutClusters(String text, int from, int to, int sentence, List<Token> tokens) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to
                    || i - start == LetterKind.LONGEST_CLUSTER
                    || !LetterKind.continuesCluster(text.charAt(i - 1), text.charAt(i))) {
                tokens.add(new Token(text.substring(start, i), start, i, sentence, true));
                start = i;
            }
        }
    }
}
