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
 * What the graph reads and writes.
 *
 * @param postings where postings come in
 * @param warnings where warnings go out
 * @param rejects where records go out that could not be read or assessed
 * @param campaigns sources and sinks of the part that remembers; without them each posting is judged by itself
 * @param trends where counts by hour and day go out; without it nothing is counted
 */
public record SourcesAndSinks(
        Source<SourceRecord, ?, ?> postings,
        Sink<ScamWarning> warnings,
        Sink<RejectedPosting> rejects,
        Optional<OfCampaigns> campaigns,
        Optional<Sink<Trend>> trends) {

    /**
     * What the part that remembers reads and writes.
     *
     * @param reviews where reviews come in
     * @param campaigns where campaigns go out
     * @param settings settings of that part
     */
    public record OfCampaigns(
            Source<SourceRecord, ?, ?> reviews, Sink<Campaign> campaigns, CampaignGraph.Settings settings) {}
}
