package org.lurewatch.detection.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.util.concurrent.ConcurrentHashMap;

/** One letter for letters that look alike (UTS 39) or are two forms of one Han character. */
final class LookAlikes {
    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9fff';

    /** Latin letters, each followed by the letter of the other alphabet that it stands for. */
    private static final String CYRILLIC = "aаbвcсeеhнiіjјkкmмoоpрsѕtтxхyу";

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

    /** The letter of another letter's alphabet that a Latin letter, small or capital, looks like, or the letter itself. */
    static char foreign(char latin, char sample) {
        String letters =
                switch (UScript.getScript(sample)) {
                    case UScript.CYRILLIC -> CYRILLIC;
                    case UScript.GREEK -> GREEK;
                    case UScript.ARMENIAN -> ARMENIAN;
                    default -> "";
                };
        for (int i = 0; i < letters.length(); i += 2) {
            if (letters.charAt(i) == latin) {
                return letters.charAt(i + 1);
            }
        }
        return latin;
    }

    private static char asciiSkeleton(String letter) {
        String skeleton = Skeletons.CHECKER.getSkeleton(letter);
        if (skeleton.length() != 1) {
            return 0;
        }
        char c = Character.toLowerCase(skeleton.charAt(0));
        return c >= 'a' && c <= 'z' ? c : 0;
    }

    /** Whether the letter belongs to an alphabet that has Latin look-alikes. */
    static boolean isForeignAlphabet(char letter) {
        if (letter < 0x370 || (letter > 0x58F && letter < 0x1000) || (letter >= 0x2E00 && letter < 0xA000)) {
            return false;
        }
        return switch (UScript.getScript(letter)) {
            case UScript.GREEK, UScript.CYRILLIC, UScript.ARMENIAN, UScript.CHEROKEE, UScript.LISU, UScript.COPTIC ->
                true;
            default -> false;
        };
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
