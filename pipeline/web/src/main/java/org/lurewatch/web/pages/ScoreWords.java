package org.lurewatch.web.pages;

/** What a score means, in words. */
final class ScoreWords {
    private static final double NEARLY = 1.5;

    private ScoreWords() {}

    /**
     * One or two sentences.
     *
     * @param score probability of a scam, 0 to 1
     * @param baseRate share of scams among all adverts, 0 to 1
     */
    static String of(double score, double baseRate, PageWords words) {
        long inThousand = Math.round(1_000 * score);
        String comparison = comparison(score / baseRate, words);
        String meaning = inThousand < 1
                ? words.say("score.few", "comparison", comparison)
                : words.say("score.exact", "count", inThousand, "comparison", comparison);
        return meaning + " " + words.say("score.base", "share", words.percent(baseRate));
    }

    private static String comparison(double ratio, PageWords words) {
        if (ratio >= NEARLY) {
            return words.say("score.times", "times", Math.round(ratio));
        }
        return words.say(ratio > 1 / NEARLY ? "score.usual" : "score.less");
    }
}
