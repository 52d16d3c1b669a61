package org.lurewatch.job;

import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.Trend;

/**
 * Where the graph begins and ends.
 *
 * @param postings where postings come in
 * @param warnings where warnings go out
 * @param rejects where records go out that could not be read or assessed
 * @param control the ends of the control of bundles; without it one bundle decides for good
 * @param campaigns the ends of the part that remembers; without it each posting is judged by itself alone
 * @param trends where counts by hour and day go out; without it nothing is counted
 */
record JobEnds(
        Source<SourceRecord, ?, ?> postings,
        Sink<ScamWarning> warnings,
        Sink<RejectedPosting> rejects,
        Optional<ControlEnds> control,
        Optional<CampaignEnds> campaigns,
        Optional<Sink<Trend>> trends) {

    /**
     * Ends of the part that remembers.
     *
     * @param reviews where reviews come in
     * @param campaigns where campaigns go out
     * @param settings what can be set of it
     */
    record CampaignEnds(
            Source<SourceRecord, ?, ?> reviews, Sink<Campaign> campaigns, CampaignGraph.Settings settings) {}

    /**
     * Ends of the control of bundles.
     *
     * @param commands where commands come in, all in one order
     * @param vetoes where the job's own commands go out, to come in again
     * @param statuses where it is told what became of commands
     * @param shadowScores where the scores of a bundle on trial go out
     * @param settings what can be set of it
     */
    record ControlEnds(
            Source<SourceRecord, ?, ?> commands,
            Sink<ControlCommand> vetoes,
            Sink<ControlStatus> statuses,
            Sink<ShadowScore> shadowScores,
            ControlGraph.Settings settings) {}
}
