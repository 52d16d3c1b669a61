package org.lurewatch.job.operators.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.TrendPostings;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

class TrendCountOperatorTest {
    private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");

    private OneInputStreamOperatorTestHarness<AssessedPosting, TrendCount> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(
                new TrendCountOperator(),
                new AvroTypeInfo<>(AssessedPosting.class).createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void addsUpWithinTheHourAndHandsOnAheadOfTheWatermark() throws Exception {
        read(EIGHT.plusSeconds(1), Verdict.NO_SIGN_FOUND);
        read(EIGHT.plusSeconds(3599), Verdict.NO_SIGN_FOUND);
        read(EIGHT.plusSeconds(3600), Verdict.NO_SIGN_FOUND);
        assertEquals(List.of(), harness.extractOutputValues());

        harness.processWatermark(EIGHT.plusSeconds(3000).toEpochMilli());

        assertEquals(4, harness.extractOutputValues().size());
        assertInstanceOf(Watermark.class, harness.getOutput().toArray()[4]);
        assertTrue(harness.getOutput()
                .contains(new StreamRecord<>(
                        new TrendCount(TrendDimension.LANGUAGE, "es", 2L, 0L, 0L), EIGHT.toEpochMilli())));
    }

    @Test
    void keepsNothingOverACheckpointNorOverTheEnd() throws Exception {
        read(EIGHT, Verdict.LIKELY_SCAM);
        harness.prepareSnapshotPreBarrier(1);
        assertEquals(6, harness.extractOutputValues().size());

        read(EIGHT, Verdict.NO_SIGN_FOUND);
        harness.endInput();
        harness.getOperator().finish();
        assertEquals(8, harness.extractOutputValues().size());
    }

    @Test
    void doesNotFillTheMemoryWithPostingsOfVeryManyHours() throws Exception {
        for (int hour = 0; hour < 10_000; hour++) {
            read(EIGHT.minusSeconds(hour * 3600L), Verdict.NO_SIGN_FOUND);
        }
        assertTrue(harness.extractOutputValues().size() > 15_000);
    }

    private void read(Instant eventTime, Verdict verdict) throws Exception {
        harness.processElement(TrendPostings.posting(eventTime, verdict), eventTime.toEpochMilli());
    }
}
