package org.lurewatch.trainer.measure;

/** What two bundles are compared by on sites and sources. */
public enum UnseenFigure {
    /** Share of the honest adverts of an average site with the verdict LIKELY_SCAM. */
    HONEST_WARNED("honestWarned", "honest warned of, average of sites", false),
    /** Share of the honest adverts of an average site with the verdict UNSURE. */
    HONEST_ASKED("honestAsked", "honest asked about, average of sites", false),
    /** Share of lures with the verdict LIKELY_SCAM. */
    LURES_WARNED("luresWarned", "lures warned of", true),
    /** Share of lures over the score that at most 1 % of the honest adverts of an average site lie over. */
    LURES_OVER_1_PERCENT("luresOver1Percent", "lures over the 1 % line of an average site", true),
    /** The same for 0.3 %. */
    LURES_OVER_03_PERCENT("luresOver0.3Percent", "lures over the 0.3 % line of an average site", true);

    private final String code;
    private final String words;
    private final boolean better;

    UnseenFigure(String code, String words, boolean better) {
        this.code = code;
        this.words = words;
        this.better = better;
    }

    /** Its name in JSON. */
    public String code() {
        return code;
    }

    /** Its name for people. */
    public String words() {
        return words;
    }

    /** Whether a larger value is a better one. */
    public boolean isBetterIfLarger() {
        return better;
    }
}
