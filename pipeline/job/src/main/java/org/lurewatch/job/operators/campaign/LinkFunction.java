package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.LinkRecords;
import org.lurewatch.detection.campaign.LinkExpiry;
import org.lurewatch.detection.campaign.LinkMemory;
import org.lurewatch.detection.campaign.LinkRule;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.LinkState;
import org.lurewatch.schemas.PostingTie;

/**
 * Keyed by link: ties a posting to earlier ones that share it.
 *
 * <p>Each posting has several links and most of these are never seen again, so they have no timers: what is too old by
 * event time is forgotten when the link is seen again. Flink drops the state of the others when it has not been written
 * for the same time.
 */
public final class LinkFunction extends KeyedProcessFunction<String, LinkSighting, PostingTie> {
    private static final long serialVersionUID = 1L;

    private final Duration retention;
    private transient ValueState<LinkState> state;

    /** @param retention how long a posting is remembered */
    public LinkFunction(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext openContext) {
        ValueStateDescriptor<LinkState> descriptor =
                new ValueStateDescriptor<>("link", new AvroTypeInfo<>(LinkState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(retention).build());
        state = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(LinkSighting sighting, Context context, Collector<PostingTie> out) throws Exception {
        LinkMemory memory = LinkRecords.toDomain(state.value());
        long time = sighting.getPosting().getTime();
        if (LinkExpiry.isTooLate(memory, time, retention)) {
            return;
        }
        LinkRule.Linked seen = LinkRule.link(
                sighting.getLink(),
                LinkRecords.toDomain(sighting.getKind()),
                LinkExpiry.left(memory, time, retention),
                LinkRecords.toDomain(sighting.getPosting()));
        state.update(LinkRecords.toAvro(seen.memory()));
        seen.ties().forEach(tie -> out.collect(LinkRecords.toAvro(tie)));
    }
}
