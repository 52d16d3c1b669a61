package org.lurewatch.detection.facts.terms;

import java.util.List;
import org.lurewatch.detection.facts.words.Marks;

/** What a text demands of the applicant, each kind in reading order. */
public record Terms(List<Fee> fees, List<AgeLimit> ages, List<SexLimit> sexes) {
    /** Nothing is asked for. */
    public static final Terms NONE = new Terms(List.of(), List.of(), List.of());

    /**
     * The terms of a comparable text.
     *
     * @param regionalCurrency currency of the country, by which "$" or "元" is understood, or null
     */
    public static Terms read(Marks marks, String regionalCurrency) {
        return TermsReader.read(marks, regionalCurrency);
    }
}
