package org.lurewatch.job.operators.control;

import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.job.operators.DecodeRecordFunction;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.ControlCommand;

/** Decodes commands; records that are not commands go to {@link Rejects#TAG}. */
public final class DecodeCommandFunction extends DecodeRecordFunction<ControlCommand> {
    private static final long serialVersionUID = 1L;

    public DecodeCommandFunction() {
        super(FlowCounters.COMMANDS, FlowCounters.COMMANDS_REJECTED);
    }

    @Override
    protected Decoder<ControlCommand> decoder() {
        return new CommandDecoder()::decode;
    }
}
