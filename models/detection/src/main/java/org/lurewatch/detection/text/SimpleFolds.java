package org.lurewatch.detection.text;

import com.ibm.icu.text.Normalizer2;

/**
 * A cache of the units that fold to one unit whatever their neighbours are, which are nearly all of a text: the tables
 * of Unicode are slow to query.
 * See RATIONALE.md, "Simple characters are folded in place".
 */
final class SimpleFolds {
    /** Stands for units whose fold is longer, empty, or depends on what is beside them; itself one of these. */
    static final char NONE = 1;

    private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();

    /** The fold of each unit, or 0 where it is not known yet. Two threads may both find it out, and find the same. */
    private static final char[] FOLDS = new char[Character.MAX_VALUE + 1];

    private SimpleFolds() {}

    /** What a unit folds to by itself, beside any other units for which there is an answer; else {@link #NONE}. */
    static char of(char unit) {
        char fold = FOLDS[unit];
        if (fold == 0) {
            fold = find(unit);
            FOLDS[unit] = fold;
        }
        return fold;
    }

    private static char find(char unit) {
        if (Character.isSurrogate(unit)
                || StyledForms.isStyled(unit)
                || StyledForms.plain(unit) != null
                || StyledForms.isShapeless(unit)
                || !NFKC_CASE_FOLD.hasBoundaryBefore(unit)) {
            return NONE;
        }
        String folded = NFKC_CASE_FOLD.normalize(String.valueOf(unit));
        if (folded.length() != 1) {
            return NONE;
        }
        char simplified = LookAlikes.simplified(folded.charAt(0));
        int type = Character.getType(simplified);
        boolean mark = type == Character.ENCLOSING_MARK || type == Character.NON_SPACING_MARK;
        return mark ? NONE : plainDigit(simplified);
    }

    /** A figure of any script as the figure that stands for the same; anything else as it is. */
    static char plainDigit(char unit) {
        int digit = unit < 0x660 ? -1 : Character.digit(unit, 10);
        return digit < 0 ? unit : (char) ('0' + digit);
    }
}
