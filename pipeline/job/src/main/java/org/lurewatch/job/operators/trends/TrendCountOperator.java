package org.lurewatch.job.operators.trends;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.lurewatch.codec.TrendCounts;
import org.lurewatch.detection.trends.TrendRule;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;

/**
 * Adds up what the postings of one hour say before it crosses the network: every posting counts towards the same few
 * kinds, and without this each would be sent to the one task that counts them. What was added up is handed on before the
 * watermark that might make it late and before a checkpoint, so nothing needs to be kept in state.
 *
 * <p>An operator and not a function, because only operators are told of watermarks and barriers.
 */
public final class TrendCountOperator extends AbstractStreamOperator<TrendCount>
        implements OneInputStreamOperator<AssessedPosting, TrendCount> {
    private static final long serialVersionUID = 1L;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** So that postings of very many hours, read at once, do not fill the memory. */
    private static final int MOST_SUMS = 4_096;

    private transient Map<Kind, TrendCount> sums;

    /** What is added up apart. */
    private record Kind(long hour, TrendDimension dimension, String value) {}

    @Override
    public void open() {
        sums = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<AssessedPosting> element) {
        long hour = Math.floorDiv(element.getTimestamp(), HOUR) * HOUR;
        for (TrendRule.One one : TrendRule.counts(TrendCounts.posting(element.getValue()))) {
            TrendCount count = TrendCounts.toAvro(one);
            sums.merge(new Kind(hour, count.getDimension(), count.getValue()), count, TrendCounts::sum);
        }
        if (sums.size() >= MOST_SUMS) {
            handOn();
        }
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        handOn();
        super.processWatermark(watermark);
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        handOn();
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        handOn();
    }

    @Override
    public void finish() {
        handOn();
    }

    private void handOn() {
        sums.forEach((kind, sum) -> output.collect(new StreamRecord<>(sum, kind.hour())));
        sums.clear();
    }
}
