package org.lurewatch.detection.facts.terms;

import java.util.List;
import org.lurewatch.detection.facts.pay.LocalMoney;
import org.lurewatch.detection.facts.words.Marks;

/** What a text demands of the applicant, each kind in reading order. */
public record Terms(List<Fee> fees, List<AgeLimit> ages, List<SexLimit> sexes) {
    /** Nothing is asked for. */
    public static final Terms NONE = new Terms(List.of(), List.of(), List.of());

    /**
     * The terms of a comparable text.
     *
     * @param local by which "$", "元" and other signs of several moneys are understood
     */
    public static Terms read(Marks marks, LocalMoney local) {
        return TermsReader.read(marks, local);
    }
}
