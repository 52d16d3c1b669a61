package org.lurewatch.job.operators;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.SourceRecord;

/** Bytes to postings; what is none goes to {@link Rejects#TAG}. */
public final class DecodeFunction extends ProcessFunction<SourceRecord, ReceivedPosting>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final SerializableSupplier<PostingDecoder> decoderSupplier;
    private transient PostingDecoder decoder;
    private transient FlowCounters counters;

    public DecodeFunction(SerializableSupplier<PostingDecoder> decoderSupplier) {
        this.decoderSupplier = decoderSupplier;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(),
                context,
                List.of(FlowCounters.IN, FlowCounters.UNKNOWN_FIELDS),
                List.of(RejectReason.values()));
    }

    @Override
    public void open(OpenContext openContext) {
        decoder = decoderSupplier.get();
    }

    @Override
    public void processElement(SourceRecord record, Context context, Collector<ReceivedPosting> out) {
        counters.count(FlowCounters.IN);
        DecodedPosting decoded;
        try {
            decoded = decoder.decode(ByteArrays.of(record.getValue()));
        } catch (UnusablePostingException e) {
            counters.countRejected(e.reason());
            context.output(Rejects.TAG, RejectEncoder.encode(record, e.reason(), e.getMessage()));
            return;
        }
        counters.count(FlowCounters.UNKNOWN_FIELDS, decoded.unknownFields());
        out.collect(new ReceivedPosting(record, AvroPostings.toAvro(decoded.posting())));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
