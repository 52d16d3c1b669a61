package org.lurewatch.job.operators.trends;

import java.time.Duration;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.lurewatch.codec.TrendCounts;
import org.lurewatch.detection.trends.TrendRule;
import org.lurewatch.job.operators.SummingOperator;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;

/**
 * Adds up what the postings of one hour count towards. The sums are also emitted before the watermark that might make
 * them late.
 */
public final class TrendCountOperator extends SummingOperator<AssessedPosting, TrendCountOperator.Kind, TrendCount> {
    private static final long serialVersionUID = 1L;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** A limit, so that postings from very many hours, read at once, do not fill the memory. */
    private static final int MOST_SUMS = 4_096;

    record Kind(long hour, TrendDimension dimension, String value) {}

    @Override
    public void processElement(StreamRecord<AssessedPosting> element) {
        long hour = Math.floorDiv(element.getTimestamp(), HOUR) * HOUR;
        for (TrendRule.One one : TrendRule.counts(TrendCounts.posting(element.getValue()))) {
            TrendCount count = TrendCounts.toAvro(one);
            add(new Kind(hour, count.getDimension(), count.getValue()), count, TrendCounts::sum);
        }
        if (kinds() >= MOST_SUMS) {
            emit();
        }
    }

    @Override
    protected StreamRecord<TrendCount> emitted(Kind kind, TrendCount sum) {
        return new StreamRecord<>(sum, kind.hour());
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        emit();
        super.processWatermark(watermark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        emit();
        super.processWatermarkStatus(status);
    }
}
