package org.lurewatch.detection.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.concurrent.ConcurrentHashMap;

/** One letter for letters that look alike (UTS 39) or are two forms of one Han character. */
final class LookAlikes {
    /** A Kazakh letter, which stands for the small capital F in most fonts of styled letters. */
    private static final char SMALL_CAPITAL_F = 'ғ';

    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9fff';
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** Latin letters, each followed by the Cyrillic letter that has its shape, small or capital. */
    private static final String CYRILLIC = "aаbвcсeеhнjјkкmмoоpрtтxхyу";

    /** Those that only resemble a Cyrillic letter, or sound like it. */
    private static final String LOOSELY_CYRILLIC = "dдgгiіnпrгsсuиvвwшzз";

    /** Those that only sound like it. */
    private static final String SOUNDS_CYRILLIC = "fфlл";

    private static final String GREEK_AS_CYRILLIC = "δдθоλлπпφфωш";
    private static final String STRAY_AS_CYRILLIC = "\u025cз\u026fш\u028dм\u2c65а\u0e19и\u0e21м";
    private static final String FIGURES_AS_CYRILLIC = "0о3з4ч6б8в";
    private static final String CYRILLIC_AS_LATIN = "пnшwяr";

    private static final String GREEK = "aαbβeεhηiιkκmμnνoοpρtτuυvνxχyυzζ";
    private static final String ARMENIAN = "oօhհnոuսgցqգfք";

    private LookAlikes() {}

    private static final class Skeletons {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
        static final ConcurrentHashMap<Character, Character> LATIN = new ConcurrentHashMap<>();
        static final ConcurrentHashMap<Character, Boolean> LOOKS_LATIN = new ConcurrentHashMap<>();
    }

    private static final class Han {
        static final char[] SIMPLIFIED = simplifiedForms();
    }

    /** The Latin letter that a lower-case letter of another alphabet looks like, or the letter itself. */
    static char latin(char letter) {
        return Skeletons.LATIN.computeIfAbsent(letter, LookAlikes::latinOf);
    }

    private static Character latinOf(char letter) {
        if (letter == SMALL_CAPITAL_F) {
            return 'f';
        }
        char direct = asciiSkeleton(String.valueOf(letter));
        if (direct != 0) {
            return direct;
        }
        char viaCapital = asciiSkeleton(UCharacter.toUpperCase(String.valueOf(letter)));
        return viaCapital == 0 ? letter : viaCapital;
    }

    /** Whether a letter of another alphabet, in the case it is written in, passes for a Latin letter. */
    static boolean looksLatin(char letter) {
        return Skeletons.LOOKS_LATIN.computeIfAbsent(letter, l -> asciiSkeleton(String.valueOf(l)) != 0);
    }

    /** The Latin letter that a Cyrillic one only resembles, or the letter itself. */
    static char looselyLatin(char letter) {
        char latin = latin(letter);
        return latin == letter ? paired(CYRILLIC_AS_LATIN, letter, letter) : latin;
    }

    /**
     * The letter of an alphabet that a letter of any other stands for, or the letter itself.
     *
     * @param capital whether it is written as a capital, which may look like another letter than the small one
     */
    static char in(Alphabet alphabet, char letter, boolean capital) {
        if (Alphabet.of(letter) == alphabet) {
            return letter;
        }
        return switch (alphabet) {
            case CYRILLIC -> cyrillic(letter, capital);
            case GREEK -> viaLatin(GREEK, letter);
            case OTHER -> viaLatin(ARMENIAN, letter);
            default -> latin(letter);
        };
    }

    private static char cyrillic(char letter, boolean capital) {
        if (capital && (letter == 'n' || letter == 'r' || letter == 'γ')) {
            return letter == 'n' ? 'и' : letter == 'r' ? 'я' : 'г';
        }
        char direct = paired(GREEK_AS_CYRILLIC, letter, paired(STRAY_AS_CYRILLIC, letter, letter));
        if (direct != letter) {
            return direct;
        }
        char latin = isAccented(letter) ? base(letter) : latin(letter);
        char like = paired(CYRILLIC, latin, paired(LOOSELY_CYRILLIC, latin, paired(SOUNDS_CYRILLIC, latin, latin)));
        return like == latin ? letter : like;
    }

    private static char viaLatin(String pairs, char letter) {
        char latin = Alphabet.of(letter).isForeign() ? latin(letter) : letter;
        return paired(pairs, latin, letter);
    }

    /** Whether a Latin letter has the shape of one of another alphabet. */
    static boolean isTwin(char latin, Alphabet alphabet) {
        return alphabet == Alphabet.CYRILLIC
                ? paired(CYRILLIC, latin, latin) != latin
                : in(alphabet, latin, false) != latin;
    }

    /** Whether a Latin letter only resembles one of another alphabet. */
    static boolean isLoose(char latin, Alphabet alphabet) {
        return alphabet == Alphabet.CYRILLIC && paired(LOOSELY_CYRILLIC, latin, latin) != latin;
    }

    /** The Cyrillic letter that a figure resembles, or the figure itself. */
    static char figureAsCyrillic(char figure) {
        return paired(FIGURES_AS_CYRILLIC, figure, figure);
    }

    /** Whether this letter is none of the plain Latin ones, and yet may stand for a Cyrillic one. */
    static boolean isStray(char letter) {
        return isAccented(letter) || paired(STRAY_AS_CYRILLIC, letter, letter) != letter;
    }

    private static boolean isAccented(char letter) {
        return ((letter >= 0xC0 && letter < 0x250) || (letter >= 0x1E00 && letter < 0x1F00)) && base(letter) != letter;
    }

    private static char base(char letter) {
        String parts = NFD.getDecomposition(letter);
        return parts == null || parts.charAt(0) > 'z' ? letter : parts.charAt(0);
    }

    /** What stands behind a letter in a string of pairs. */
    private static char paired(String pairs, char letter, char otherwise) {
        for (int i = 0; i < pairs.length(); i += 2) {
            if (pairs.charAt(i) == letter) {
                return pairs.charAt(i + 1);
            }
        }
        return otherwise;
    }

    private static char asciiSkeleton(String letter) {
        String skeleton = Skeletons.CHECKER.getSkeleton(letter);
        if (skeleton.length() != 1) {
            return 0;
        }
        char c = Character.toLowerCase(skeleton.charAt(0));
        return c >= 'a' && c <= 'z' ? c : 0;
    }

    /** The Simplified form of a Han character, or the character itself. */
    static char simplified(char character) {
        return character >= FIRST_HAN && character <= LAST_HAN ? Han.SIMPLIFIED[character - FIRST_HAN] : character;
    }

    private static char[] simplifiedForms() {
        Transliterator transliterator = Transliterator.getInstance("Traditional-Simplified");
        char[] forms = new char[LAST_HAN - FIRST_HAN + 1];
        StringBuilder all = new StringBuilder(forms.length);
        for (int i = 0; i < forms.length; i++) {
            all.append((char) (FIRST_HAN + i));
        }
        String folded = transliterator.transliterate(all.toString());
        if (folded.length() == forms.length) {
            folded.getChars(0, forms.length, forms, 0);
            return forms;
        }
        for (int i = 0; i < forms.length; i++) {
            String one = transliterator.transliterate(String.valueOf(all.charAt(i)));
            forms[i] = one.length() == 1 ? one.charAt(0) : all.charAt(i);
        }
        return forms;
    }
}
