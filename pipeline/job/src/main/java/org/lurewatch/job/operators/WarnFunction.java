package org.lurewatch.job.operators;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** Warns of each posting by itself and remembers nothing. */
public final class WarnFunction implements FlatMapFunction<AssessedPosting, ScamWarning> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(AssessedPosting assessed, Collector<ScamWarning> out) {
        if (assessed.getAssessment().getVerdict() == Verdict.LIKELY_SCAM) {
            out.collect(assessed.getAssessment());
        }
    }
}
