package org.lurewatch.trainer;

import java.util.HashSet;
import java.util.Set;

/**
 * Where one phrase fired. Groups count once, however many copies of a posting they hold, and a group that has both scams
 * and honest adverts counts on both sides.
 */
final class PhraseTally {
    private final Set<String> scamGroups = new HashSet<>();
    private final Set<String> honestGroups = new HashSet<>();
    private int scam;
    private int legitimate;
    private int board;
    private int about;
    private int denied;
    private int reported;

    void addFired(Sample sample, boolean fromBoard) {
        String group = sample.labelled().group();
        if (sample.isScam()) {
            scam++;
            scamGroups.add(group);
        } else if (sample.isAboutScams()) {
            about++;
        } else {
            legitimate += fromBoard ? 0 : 1;
            board += fromBoard ? 1 : 0;
            honestGroups.add(group);
        }
    }

    void addDenied() {
        denied++;
    }

    void addReported() {
        reported++;
    }

    boolean hasFired() {
        return scam + legitimate + board + about > 0;
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

    /** How much oftener it fires in scams than in honest adverts, smoothed by half a group on each side. */
    double logOdds(int allScamGroups, int allHonestGroups) {
        return Math.log((scamGroups() + 0.5) / (allScamGroups + 1.0))
                - Math.log((honestGroups() + 0.5) / (allHonestGroups + 1.0));
    }

    /** Postings: scam, legitimate, about scams, from boards, denied, reported; tab-separated. */
    String counts() {
        return scam + "\t" + legitimate + "\t" + about + "\t" + board + "\t" + denied + "\t" + reported;
    }
}
