package org.lurewatch.codec;

import org.lurewatch.detection.deployment.AlarmCount;
import org.lurewatch.detection.deployment.Comparison;
import org.lurewatch.detection.deployment.Watch;
import org.lurewatch.detection.trends.Languages;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.BundleTally;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

/** What bundles decide, as counts that can be added up. */
public final class BundleTallies {
    static {
        TrustedClasses.register();
    }

    private BundleTallies() {}

    /** Counts one decision. */
    public static BundleTally of(AssessedPosting posting) {
        AlarmCount count = AlarmCount.of(PostingRecords.ofBundle(posting).isWarnedOf());
        return BundleTally.newBuilder()
                .setBundle(posting.getAssessment().getBundle().getDigest())
                .setLanguage(Languages.counted(posting.getFootprint().getLanguage()))
                .setPostings(count.postings())
                .setWarned(count.warned())
                .build();
    }

    /** Counts one comparison of champion and shadow. */
    public static BundleTally of(ShadowScore score) {
        Comparison comparison = Comparison.of(
                isWarnedOf(score.getChampion().getVerdict()),
                isWarnedOf(score.getShadow().getVerdict()));
        return BundleTally.newBuilder()
                .setBundle(score.getChampion().getDigest())
                .setShadow(score.getShadow().getDigest())
                .setLanguage(Languages.counted(score.getLanguage()))
                .setPostings(comparison.postings())
                .setOnlyChampion(comparison.onlyChampion())
                .setOnlyShadow(comparison.onlyShadow())
                .build();
    }

    /** The sum of two tallies, which must be of the same bundles and language. */
    public static BundleTally sum(BundleTally one, BundleTally other) {
        return BundleTally.newBuilder(one)
                .setPostings(one.getPostings() + other.getPostings())
                .setWarned(one.getWarned() + other.getWarned())
                .setOnlyChampion(one.getOnlyChampion() + other.getOnlyChampion())
                .setOnlyShadow(one.getOnlyShadow() + other.getOnlyShadow())
                .build();
    }

    /** The watch after it has counted a tally. */
    public static Watch count(Watch watch, BundleTally tally) {
        return tally.getShadow().isEmpty()
                ? watch.decided(
                        tally.getBundle(), tally.getLanguage(), new AlarmCount(tally.getPostings(), tally.getWarned()))
                : watch.compared(tally.getBundle(), tally.getShadow(), tally.getLanguage(), comparison(tally));
    }

    private static boolean isWarnedOf(Verdict verdict) {
        return WarningRecords.toDomain(verdict).isWarnedOf();
    }

    static Comparison comparison(BundleTally tally) {
        return new Comparison(tally.getPostings(), tally.getOnlyChampion(), tally.getOnlyShadow());
    }
}
