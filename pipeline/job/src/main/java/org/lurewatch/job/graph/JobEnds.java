package org.lurewatch.job.graph;

import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.Trend;

/**
 * Where the graph begins and ends.
 *
 * @param postings where postings come in
 * @param warnings where warnings go out
 * @param rejects where records go out that could not be read or assessed
 * @param campaigns the ends of the part that remembers; without it each posting is judged by itself alone
 * @param trends where counts by hour and day go out; without it nothing is counted
 */
public record JobEnds(
        Source<SourceRecord, ?, ?> postings,
        Sink<ScamWarning> warnings,
        Sink<RejectedPosting> rejects,
        Optional<CampaignEnds> campaigns,
        Optional<Sink<Trend>> trends) {

    /**
     * Ends of the part that remembers.
     *
     * @param reviews where reviews come in
     * @param campaigns where campaigns go out
     * @param settings what can be set of it
     */
    public record CampaignEnds(
            Source<SourceRecord, ?, ?> reviews, Sink<Campaign> campaigns, CampaignGraph.Settings settings) {}
}
