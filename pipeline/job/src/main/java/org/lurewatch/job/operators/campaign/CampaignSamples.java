package org.lurewatch.job.operators.campaign;

import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.OutputTag;
import org.lurewatch.schemas.CampaignSample;

/** The side output of {@link PostingFunction} with what campaigns have to know. */
public final class CampaignSamples {
    public static final OutputTag<CampaignSample> TAG =
            new OutputTag<>("campaign-samples", new AvroTypeInfo<>(CampaignSample.class));

    private CampaignSamples() {}
}
