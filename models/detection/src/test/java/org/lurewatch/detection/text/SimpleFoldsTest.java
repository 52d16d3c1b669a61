package org.lurewatch.detection.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Normalizer2;
import org.junit.jupiter.api.Test;

class SimpleFoldsTest {
    private static final Normalizer2 NFKC_CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();

    /** Beside each other too, since that is how they are used: the fold of the whole is that of the parts. */
    @Test
    void unitsThatFoldByThemselvesFoldTheSameBesideEachOther() {
        StringBuilder raw = new StringBuilder();
        StringBuilder folds = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char fold = SimpleFolds.of((char) c);
            if (fold != SimpleFolds.NONE) {
                raw.append((char) c).append('A');
                folds.append(fold).append('a');
            }
        }
        String expected = NFKC_CASE_FOLD.normalize(raw);
        assertEquals(expected.length(), folds.length());
        for (int i = 0; i < folds.length(); i++) {
            char simplified = LookAlikes.simplified(expected.charAt(i));
            assertEquals(SimpleFolds.plainDigit(simplified), folds.charAt(i), "unit " + (int) raw.charAt(i));
        }
    }

    @Test
    void nearlyAllLettersFoldByThemselves() {
        int folding = 0;
        int letters = 0;
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (Character.isLetter(c)) {
                letters++;
                folding += SimpleFolds.of((char) c) == SimpleFolds.NONE ? 0 : 1;
            }
        }
        assertTrue(folding > 0.9 * letters, folding + " of " + letters);
    }

    @Test
    void whatHidesJoinsOrGrowsDoesNot() {
        for (char c : "\u200b\u00ad\u0301\ufe0f\ud83d\ude00\ufdfa\u2026\u00df\u0001\u007f\u0640\u0e33".toCharArray()) {
            assertEquals(SimpleFolds.NONE, SimpleFolds.of(c), "unit " + (int) c);
        }
    }
}
