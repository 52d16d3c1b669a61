package org.lurewatch.job.operators;

import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.OutputTag;
import org.lurewatch.schemas.RejectedPosting;

/** The side output for records that could not be read or assessed. */
public final class Rejects {
    /** Used by every operator that decodes records or assesses postings. */
    public static final OutputTag<RejectedPosting> TAG =
            new OutputTag<>("rejected", new AvroTypeInfo<>(RejectedPosting.class));

    private Rejects() {}
}
