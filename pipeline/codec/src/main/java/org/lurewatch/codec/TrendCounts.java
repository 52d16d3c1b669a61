package org.lurewatch.codec;

import java.util.Optional;
import org.lurewatch.detection.trends.TrendRule;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Handle;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;

/** What postings add to the counts, converted between Avro and the domain's types. */
public final class TrendCounts {
    static {
        TrustedClasses.register();
    }

    private TrendCounts() {}

    /** What counting needs of a posting. */
    public static TrendRule.Posting posting(AssessedPosting assessed) {
        ScamWarning assessment = assessed.getAssessment();
        return new TrendRule.Posting(
                WarningRecords.toDomain(assessment.getVerdict()),
                assessed.getFootprint().getLanguage(),
                Optional.ofNullable(assessment.getScamType()),
                assessment.getEvidence().stream()
                        .map(evidence -> new TrendRule.Signal(evidence.getSignal(), evidence.getContribution()))
                        .toList(),
                assessed.getFootprint().getHandles().stream()
                        .map(Handle::getKind)
                        .toList(),
                assessed.getFootprint().getDestination());
    }

    /** One count of one posting. */
    public static TrendCount toAvro(TrendRule.One one) {
        return new TrendCount(
                TrendDimension.valueOf(one.dimension().name()), one.value(), 1L, one.likely(), one.unsure());
    }

    /** The sum of two counts, which must be of the same kind. */
    public static TrendCount sum(TrendCount one, TrendCount other) {
        return new TrendCount(
                one.getDimension(),
                one.getValue(),
                one.getPostings() + other.getPostings(),
                one.getLikely() + other.getLikely(),
                one.getUnsure() + other.getUnsure());
    }
}
