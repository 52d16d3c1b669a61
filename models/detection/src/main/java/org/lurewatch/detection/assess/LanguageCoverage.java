package org.lurewatch.detection.assess;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The languages that a model was trained and measured in, as far as the words of the postings tell.
 * See RATIONALE.md, "A language counts as measured after thirty real postings".
 *
 * @param rows by code of the language
 */
public record LanguageCoverage(SortedMap<String, Rows> rows) {
    /** Of a model that does not say. */
    public static final LanguageCoverage NONE = new LanguageCoverage(Collections.emptySortedMap());

    /** Real postings, honest adverts or lures: after fewer nobody knows how the model does in a language. */
    public static final int FEWEST_POSTINGS = 30;

    /**
     * Postings of one language.
     *
     * @param honest honest adverts
     * @param lures fake offers
     */
    public record Rows(int honest, int lures) {
        /** Both together. */
        public Rows plus(Rows other) {
            return new Rows(honest + other.honest, lures + other.lures);
        }
    }

    public LanguageCoverage {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** Both together. */
    public LanguageCoverage plus(LanguageCoverage other) {
        SortedMap<String, Rows> both = new TreeMap<>(rows);
        other.rows.forEach((code, more) -> both.merge(code, more, Rows::plus));
        return new LanguageCoverage(both);
    }

    /** Whether there were enough real postings of this language to know how the model does in it. */
    public boolean isMeasured(String language) {
        Rows known = rows.get(language);
        return known != null && known.honest() + known.lures() >= FEWEST_POSTINGS;
    }
}
