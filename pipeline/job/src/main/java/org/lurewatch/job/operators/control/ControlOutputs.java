package org.lurewatch.job.operators.control;

import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.OutputTag;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlNews;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.ShadowScore;

/** The side outputs of the operators that let bundles decide. */
public final class ControlOutputs {
    /** What became of commands, and reports on the bundles in use. */
    public static final OutputTag<ControlStatus> STATUS =
            new OutputTag<>("status", new AvroTypeInfo<>(ControlStatus.class));

    /** What champion and shadow say of the same postings. */
    public static final OutputTag<ShadowScore> SHADOW_SCORES =
            new OutputTag<>("shadow-scores", new AvroTypeInfo<>(ShadowScore.class));

    /** Commands that roll a bundle back. */
    public static final OutputTag<ControlCommand> VETOES =
            new OutputTag<>("vetoes", new AvroTypeInfo<>(ControlCommand.class));

    /** What the detecting tasks are told: deployments and changes of the lists, in their order. */
    public static final OutputTag<ControlNews> NEWS = new OutputTag<>("news", new AvroTypeInfo<>(ControlNews.class));

    private ControlOutputs() {}
}
