package org.lurewatch.detection.facts;

import java.util.List;

/** What a text demands of the applicant, each kind in reading order. */
record Terms(List<Fee> fees, List<AgeLimit> ages, List<SexLimit> sexes) {
    static final Terms NONE = new Terms(List.of(), List.of(), List.of());
}
