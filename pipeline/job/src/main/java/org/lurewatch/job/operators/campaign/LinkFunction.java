package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.LinkRecords;
import org.lurewatch.detection.campaign.LinkExpiry;
import org.lurewatch.detection.campaign.LinkMemory;
import org.lurewatch.detection.campaign.LinkRule;
import org.lurewatch.schemas.LinkSighting;
import org.lurewatch.schemas.LinkState;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingTie;

/**
 * Keyed by link: ties a posting to earlier ones that share it.
 *
 * <p>Each posting has several links and most of these are never seen again, so they have no timers: what is too old by
 * event time is forgotten when the link is seen again. Flink drops the state of the others when it has not been written
 * for the same time.
 */
public final class LinkFunction
        extends KeyedBroadcastProcessFunction<String, LinkSighting, PostingErasure, PostingTie> {
    /** Requests to forget a posting, by its warningId; each task has all of them. */
    public static final MapStateDescriptor<String, PostingErasure> ERASED =
            new MapStateDescriptor<>("erased", Types.STRING, new AvroTypeInfo<>(PostingErasure.class));

    private static final long serialVersionUID = 1L;

    private final Duration retention;
    private transient ValueStateDescriptor<LinkState> descriptor;
    private transient ValueState<LinkState> state;

    /** @param retention how long a posting is remembered */
    public LinkFunction(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext openContext) {
        descriptor = new ValueStateDescriptor<>("link", new AvroTypeInfo<>(LinkState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(retention).build());
        state = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(LinkSighting sighting, ReadOnlyContext context, Collector<PostingTie> out)
            throws Exception {
        String posting = sighting.getPosting().getPosting();
        if (Erasures.coversSighting(context.getBroadcastState(ERASED).get(posting), sighting)) {
            return;
        }
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

    /**
     * No posting knows its links, so all links of the task are gone through. That takes its time, but a posting is seldom
     * erased, and nothing more has to be kept of all those that never are.
     */
    @Override
    public void processBroadcastElement(PostingErasure erasure, Context context, Collector<PostingTie> out)
            throws Exception {
        BroadcastState<String, PostingErasure> erased = context.getBroadcastState(ERASED);
        erased.put(erasure.getPosting(), erasure);
        forgetOld(erased, erasure.getTime() - retention.toMillis());
        context.applyToKeyedState(descriptor, (link, links) -> erase(erasure.getPosting(), links));
        out.collect(Erasures.tie(erasure));
    }

    private static void forgetOld(BroadcastState<String, PostingErasure> erased, long before) throws Exception {
        List<String> old = new ArrayList<>();
        for (Map.Entry<String, PostingErasure> each : erased.entries()) {
            if (each.getValue().getTime() < before) {
                old.add(each.getKey());
            }
        }
        for (String posting : old) {
            erased.remove(posting);
        }
    }

    private static void erase(String posting, ValueState<LinkState> links) throws Exception {
        LinkState link = links.value();
        if (link == null
                || link.getSightings().stream()
                        .noneMatch(seen -> seen.getPosting().equals(posting))) {
            return;
        }
        LinkMemory left = LinkRecords.toDomain(link).without(posting);
        if (left.equals(LinkMemory.EMPTY)) {
            links.clear();
        } else {
            links.update(LinkRecords.toAvro(left));
        }
    }
}
