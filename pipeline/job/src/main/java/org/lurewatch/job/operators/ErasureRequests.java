package org.lurewatch.job.operators;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.OutputTag;
import org.lurewatch.schemas.PostingErasure;

/** The side output of {@link IntakeFunction} with requests to forget a posting. */
public final class ErasureRequests {
    public static final OutputTag<PostingErasure> TAG =
            new OutputTag<>("erasures", new AvroTypeInfo<>(PostingErasure.class));

    private ErasureRequests() {}

    /** Their event time. They are rare, so event time does not wait for them: only the postings advance it. */
    public static WatermarkStrategy<PostingErasure> time() {
        return WatermarkStrategy.<PostingErasure>forGenerator(context -> new Idle())
                .withTimestampAssigner((erasure, recordTime) -> erasure.getTime());
    }

    private static final class Idle implements WatermarkGenerator<PostingErasure> {
        @Override
        public void onEvent(PostingErasure erasure, long time, WatermarkOutput output) {
            output.markIdle();
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
