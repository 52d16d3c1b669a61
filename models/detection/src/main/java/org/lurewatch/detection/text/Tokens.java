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
 */
public final class Tokens {
    private static final String SOUTH_EAST_ASIAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];
    private static final String IDEOGRAPHIC = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];
    private static final String HIRAGANA = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HIRAGANA];
    private static final ThreadLocal<Cutter> CUTTERS = ThreadLocal.withInitial(Cutter::new);

    private Tokens() {}

    /** The tokens of a comparable text, in order. */
    public static List<Token> of(String comparable) {
        try {
            return CUTTERS.get().cut(comparable);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory could not be read", impossible);
        }
    }

    private static final class Cutter {
        private final StandardTokenizer tokenizer = new StandardTokenizer();
        private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
        private final TypeAttribute type = tokenizer.addAttribute(TypeAttribute.class);

        List<Token> cut(String text) throws IOException {
            List<Token> tokens = new ArrayList<>(text.length() / 5 + 8);
            int sentence = 0;
            int last = 0;
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            try {
                while (tokenizer.incrementToken()) {
                    int start = offset.startOffset();
                    int end = offset.endOffset();
                    sentence += endsSentence(text, last, start) ? 1 : 0;
                    last = end;
                    String kind = type.type();
                    if (SOUTH_EAST_ASIAN.equals(kind)) {
                        cutClusters(text, start, end, sentence, tokens);
                    } else {
                        boolean unspaced = IDEOGRAPHIC.equals(kind) || HIRAGANA.equals(kind);
                        String word = unspaced ? term.toString() : plain(term);
                        tokens.add(new Token(word, start, end, sentence, unspaced));
                    }
                }
                tokenizer.end();
            } finally {
                tokenizer.close();
            }
            return tokens;
        }
    }

    private static String plain(CharTermAttribute term) {
        char[] units = term.buffer();
        int length = term.length();
        boolean ascii = true;
        for (int i = 0; i < length && ascii; i++) {
            ascii = units[i] < 0x80;
        }
        if (!ascii) {
            char[] folded = new char[length * 4];
            length = ASCIIFoldingFilter.foldToASCII(units, 0, folded, 0, length);
            units = folded;
        }
        return LetterDigits.mend(new String(units, 0, length));
    }

    private static void cutClusters(String text, int from, int to, int sentence, List<Token> tokens) {
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || !LetterKind.continuesCluster(text.charAt(i - 1), text.charAt(i))) {
                tokens.add(new Token(text.substring(start, i), start, i, sentence, true));
                start = i;
            }
        }
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (text.charAt(i)) {
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
