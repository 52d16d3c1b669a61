package org.lurewatch.trainer.phrases;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lurewatch.trainer.data.Sample;

/**
 * Where one phrase fired. Groups count once, however many copies of a posting they hold, and a group that has both scams
 * and honest adverts counts on both sides.
 */
final class PhraseTally {
    private final Map<Place, Integer> postings = new EnumMap<>(Place.class);
    private final Set<String> scamGroups = new HashSet<>();
    private final Set<String> honestGroups = new HashSet<>();

    /** What a posting was that has the phrase, in the order of the report. */
    private enum Place {
        SCAM,
        LEGITIMATE,
        ABOUT_SCAMS,
        BOARD,
        DENIED,
        REPORTED
    }

    void addFired(Sample sample, boolean fromBoard) {
        String group = sample.labelled().group();
        if (sample.isScam()) {
            count(Place.SCAM);
            scamGroups.add(group);
        } else if (sample.isAboutScams()) {
            count(Place.ABOUT_SCAMS);
        } else {
            count(fromBoard ? Place.BOARD : Place.LEGITIMATE);
            honestGroups.add(group);
        }
    }

    void addDenied() {
        count(Place.DENIED);
    }

    void addReported() {
        count(Place.REPORTED);
    }

    private void count(Place place) {
        postings.merge(place, 1, Integer::sum);
    }

    boolean hasFired() {
        return postings.keySet().stream().anyMatch(place -> place.compareTo(Place.DENIED) < 0);
    }

    int scamGroups() {
        return scamGroups.size();
    }

    int honestGroups() {
        return honestGroups.size();
    }

    /** Share of scams among the groups in which it fired, or NaN. */
    double precision() {
        return scamGroups() / (double) (scamGroups() + honestGroups());
    }

    /**
     * How much more often it fires in scams than in honest adverts, as log-odds smoothed by half a group on each side.
     */
    double logOdds(int allScamGroups, int allHonestGroups) {
        return Math.log((scamGroups() + 0.5) / (allScamGroups + 1.0))
                - Math.log((honestGroups() + 0.5) / (allHonestGroups + 1.0));
    }

    /** Postings: scam, legitimate, about scams, from boards, denied, reported; tab-separated. */
    String counts() {
        return Arrays.stream(Place.values())
                .map(place -> postings.getOrDefault(place, 0).toString())
                .collect(Collectors.joining("\t"));
    }
}
