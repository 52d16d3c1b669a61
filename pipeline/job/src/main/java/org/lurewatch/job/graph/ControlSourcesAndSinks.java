package org.lurewatch.job.graph;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.SourceRecord;

/**
 * What the control of bundles reads and writes.
 *
 * @param commands where commands come in, all in one order
 * @param vetoes where the job's own commands go out, to come in again like all others
 * @param statuses where the job reports what became of commands
 * @param shadowScores where the scores of a bundle on trial go out
 * @param settings settings of the control of bundles
 */
public record ControlSourcesAndSinks(
        Source<SourceRecord, ?, ?> commands,
        Sink<ControlCommand> vetoes,
        Sink<ControlStatus> statuses,
        Sink<ShadowScore> shadowScores,
        ControlGraph.Settings settings) {}
