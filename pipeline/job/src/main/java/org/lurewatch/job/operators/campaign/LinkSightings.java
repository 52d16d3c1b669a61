package org.lurewatch.job.operators.campaign;

import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.LinkRecords;
import org.lurewatch.codec.PostingRecords;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Links;
import org.lurewatch.detection.campaign.Sighting;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.LinkSighting;

/** Sends a posting to each of its links. */
public final class LinkSightings implements FlatMapFunction<AssessedPosting, LinkSighting> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(AssessedPosting assessed, Collector<LinkSighting> out) {
        of(assessed).forEach(out::collect);
    }

    static List<LinkSighting> of(AssessedPosting assessed) {
        Verdict verdict = PostingRecords.ofBundle(assessed);
        Footprint footprint = LinkRecords.footprint(assessed);
        Sighting sighting =
                Sighting.of(assessed.getAssessment().getWarningId(), assessed.getEventTime(), verdict, footprint);
        return LinkRecords.toAvro(
                Links.of(verdict, footprint), sighting, assessed.getAssessment().getRecord());
    }
}
