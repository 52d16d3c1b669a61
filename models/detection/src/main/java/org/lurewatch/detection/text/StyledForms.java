package org.lurewatch.detection.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Set;

/** Plain spellings of letters and figures in disguise that NFKC leaves as they are. */
final class StyledForms {
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢᴦᴧᴨᴩᴫᴎᴙ";
    private static final String THEIR_LETTERS = "abcdefghijklmnopqrstuvwyzглпрлия";
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;
    private static final char TATWEEL = '\u0640';
    private static final char BRAILLE_BLANK = '\u2800';
    private static final char ESTIMATED = '\u212e';
    private static final Set<String> REGIONS =
            Set.copyOf(java.util.Locale.getISOCountries(java.util.Locale.IsoCountryCode.PART1_ALPHA2));

    private StyledForms() {}

    /** The plain spelling of a character, empty if it is to be dropped, or null if it is plain already. */
    static String plain(int cp) {
        if (isControl(cp) || isHalf(cp) || cp == TATWEEL || (cp >= 0xFFF9 && cp <= 0xFFFC)) {
            return "";
        }
        if (cp < 0x250) {
            return null;
        }
        if (cp == BRAILLE_BLANK) {
            return " ";
        }
        if (cp == ESTIMATED) {
            return "e";
        }
        int negative = negativeLetter(cp);
        if (negative >= 0) {
            return String.valueOf((char) ('a' + negative));
        }
        int circled = circledNumber(cp);
        if (circled >= 0) {
            return String.valueOf(circled);
        }
        int small = cp < Character.MIN_SUPPLEMENTARY_CODE_POINT ? SMALL_CAPITALS.indexOf(cp) : -1;
        return small < 0 ? null : THEIR_LETTERS.substring(small, small + 1);
    }

    /** Whether this character counts as a disguise of its plain spelling. */
    static boolean isStyled(int cp) {
        return (cp >= 0x1D400 && cp <= 0x1D7FF)
                || (cp >= 0x1F110 && cp <= 0x1F189)
                || (cp >= 0x249C && cp <= 0x24E9)
                || (cp >= 0x250 && cp < 0xAB00 && SMALL_CAPITALS.indexOf(cp) >= 0);
    }

    /** Whether this is one half of a flag. */
    static boolean isRegional(int cp) {
        return cp >= FIRST_REGIONAL && cp <= LAST_REGIONAL;
    }

    /** The letter on one half of a flag. */
    static char regionalLetter(int cp) {
        return (char) ('a' + cp - FIRST_REGIONAL);
    }

    /** Whether a run of flag halves shows flags only, and not a word spelt in them. */
    static boolean areFlags(String letters) {
        for (int i = 0; i < letters.length(); i += 2) {
            if (i + 2 > letters.length() || !REGIONS.contains(UCharacter.toUpperCase(letters.substring(i, i + 2)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character has no shape of its own. */
    static boolean isShapeless(int c) {
        return isControl(c)
                || isHalf(c)
                || (c >= 0xAD && UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                || (c >= 0xFFF9 && c <= 0xFFFC);
    }

    /** Half of a character: at the end of a text it would make the tokenizer lose the last words. */
    private static boolean isHalf(int cp) {
        return cp >= Character.MIN_SURROGATE && cp <= Character.MAX_SURROGATE;
    }

    /** Controls that are no white space. */
    private static boolean isControl(int cp) {
        return cp < 0x09 || (cp >= 0x0E && cp < 0x20) || (cp >= 0x7F && cp < 0xA0 && cp != 0x85);
    }

    private static int negativeLetter(int cp) {
        if (cp >= 0x1F150 && cp <= 0x1F169) {
            return cp - 0x1F150;
        }
        return cp >= 0x1F170 && cp <= 0x1F189 ? cp - 0x1F170 : -1;
    }

    private static int circledNumber(int cp) {
        if (cp >= 0x2776 && cp <= 0x2793) {
            return (cp - 0x2776) % 10 + 1;
        }
        if (cp >= 0x24EB && cp <= 0x24F4) {
            return cp - 0x24EB + 11;
        }
        if (cp >= 0x24F5 && cp <= 0x24FE) {
            return cp - 0x24F5 + 1;
        }
        return switch (cp) {
            case 0x24FF, 0x1F10B, 0x1F10C -> 0;
            case 0x1F51F -> 10;
            default -> -1;
        };
    }
}
