package org.lurewatch.job.operators.campaign;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.LinkRecords;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.LinkSighting;

/** Sends a posting to each of its links. */
public final class LinkSightings implements FlatMapFunction<AssessedPosting, LinkSighting> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(AssessedPosting assessed, Collector<LinkSighting> out) {
        LinkRecords.sightings(assessed).forEach(out::collect);
    }
}
