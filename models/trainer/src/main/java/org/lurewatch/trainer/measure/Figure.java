package org.lurewatch.trainer.measure;

/** What is measured of some postings. */
public enum Figure {
    /** How well scores put scams before honest postings, at the stated share of scams. */
    AVERAGE_PRECISION("averagePrecision", "average precision", false),
    /** Share of scams over the score that at most 1 % of the honest postings reach. */
    RECALL_AT_1_PERCENT("recallAt1Percent", "recall at 1 % false alarms", false),
    /** The same for 0.1 %. */
    RECALL_AT_01_PERCENT("recallAt0.1Percent", "recall at 0.1 % false alarms", false),
    /** Share of scams with the verdict LIKELY_SCAM. */
    SCAMS_WARNED("scamsWarned", "scams warned of", true),
    /** Share of scams with the verdict UNSURE. */
    SCAMS_ASKED("scamsAsked", "scams asked about", true),
    /** Share of honest postings with the verdict LIKELY_SCAM. */
    HONEST_WARNED("honestWarned", "honest warned of", true),
    /** Share of honest postings with the verdict UNSURE. */
    HONEST_ASKED("honestAsked", "honest asked about", true),
    /** Share of texts about scams with the verdict LIKELY_SCAM. */
    ABOUT_WARNED("aboutScamsWarned", "texts about scams warned of", true),
    /** Mean distance between score and truth over bins of equally many postings, at the postings' own share of scams. */
    CALIBRATION_ERROR("calibrationError", "calibration error", false),
    /** Mean squared distance between score and truth, at the postings' own share of scams. */
    BRIER("brier", "Brier score", false);

    private final String code;
    private final String words;
    private final boolean share;

    Figure(String code, String words, boolean share) {
        this.code = code;
        this.words = words;
        this.share = share;
    }

    /** Its name in JSON. */
    String code() {
        return code;
    }

    /** Its name for people. */
    public String words() {
        return words;
    }

    /** Whether it is 1 where nothing was found wrong, which few postings do not prove. */
    boolean endsAtOne() {
        return share || this == AVERAGE_PRECISION || this == RECALL_AT_1_PERCENT || this == RECALL_AT_01_PERCENT;
    }

    /** Whether it counts the verdicts of some postings among all of them. */
    boolean isShare() {
        return share;
    }
}
