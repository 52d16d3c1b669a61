package org.lurewatch.job.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which key was meant. */
final class Suggestion {
    private static final int MOST_EDITS = 3;

    private Suggestion() {}

    /** The known key that is closest to a misspelt one, if it is close enough to be what was meant. */
    static Optional<String> closest(String misspelt, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        record Candidate(String key, int edits) {}
        return known.stream()
                .map(key -> new Candidate(
                        key, distance.apply(key.toLowerCase(Locale.ROOT), misspelt.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.edits() <= Math.min(MOST_EDITS, misspelt.length() / 2))
                .min(Comparator.comparingInt(Candidate::edits))
                .map(Candidate::key);
    }
}
