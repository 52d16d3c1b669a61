package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void countsWhatLiesAtOrBelowEachBound() {
        RecordedMetrics metrics = new RecordedMetrics();
        Distribution distribution = Distribution.open(metrics, "score", List.of(0.1, 0.5));

        List.of(-1.0, 0.1, 0.100001, 0.5, 7.0).forEach(distribution::add);

        assertEquals(2L, metrics.gauge("score.le.0.1.bucket"));
        assertEquals(4L, metrics.gauge("score.le.0.5.bucket"));
        assertEquals(5L, metrics.gauge("score.le.+Inf.bucket"));
    }
}
