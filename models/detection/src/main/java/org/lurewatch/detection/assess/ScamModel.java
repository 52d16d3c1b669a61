package org.lurewatch.detection.assess;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;

/**
 * The trained parts of a bundle.
 *
 * @param scam is it a fake offer?
 * @param about is it a text about scams?
 * @param type which kind of fake offer?
 * @param carriesAlone codes of the sayings that warn by themselves, because no honest advert of the training holds one
 * @param languages in which it was trained and measured
 */
public record ScamModel(
        LinearHead scam, LinearHead about, TypeHead type, SortedSet<String> carriesAlone, LanguageCoverage languages) {
    public ScamModel {
        Objects.requireNonNull(languages);
        carriesAlone = Collections.unmodifiableSortedSet(new TreeSet<>(carriesAlone));
        Objects.requireNonNull(scam);
        Objects.requireNonNull(about);
        Objects.requireNonNull(type);
    }
}
