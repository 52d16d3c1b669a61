package org.lurewatch.job.operators.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.FlinkRuntimeException;
import org.lurewatch.codec.LedgerRecords;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.CampaignStore;
import org.lurewatch.schemas.LedgerEntry;

/** The ledger in keyed state: each entry of its maps is a separate row, read and written by itself. */
final class LedgerStore implements CampaignStore {
    private final MapState<String, String> campaigns;
    private final MapState<String, LedgerEntry> entries;
    private final MapState<String, Long> due;

    LedgerStore(RuntimeContext context) {
        campaigns = context.getMapState(new MapStateDescriptor<>("campaigns", Types.STRING, Types.STRING));
        entries = context.getMapState(
                new MapStateDescriptor<>("entries", Types.STRING, new AvroTypeInfo<>(LedgerEntry.class)));
        due = context.getMapState(new MapStateDescriptor<>("due", Types.STRING, Types.LONG));
    }

    @Override
    public Optional<String> campaignOf(String posting) {
        return get(() -> Optional.ofNullable(campaigns.get(posting)));
    }

    @Override
    public void assign(String posting, String campaign) {
        run(() -> campaigns.put(posting, campaign));
    }

    @Override
    public void release(String posting) {
        run(() -> campaigns.remove(posting));
    }

    @Override
    public Optional<CampaignEntry> entry(String campaign) {
        return get(() -> Optional.ofNullable(entries.get(campaign)).map(LedgerRecords::toDomain));
    }

    @Override
    public List<String> mergedInto(String campaign) {
        return get(() -> {
            List<String> parts = new ArrayList<>();
            for (LedgerEntry entry : entries.values()) {
                if (entry.getMergedInto().equals(campaign)) {
                    parts.add(entry.getId());
                }
            }
            return parts;
        });
    }

    @Override
    public void save(CampaignEntry entry) {
        run(() -> entries.put(entry.id(), LedgerRecords.toAvro(entry)));
        // A search for due campaigns in the entries would read all of them whole; this map is a tenth of their size.
        run(() -> due.put(entry.id(), entry.lastSeen()));
    }

    @Override
    public void forget(CampaignEntry entry) {
        run(() -> entries.remove(entry.id()));
        run(() -> due.remove(entry.id()));
        for (var member : entry.members()) {
            run(() -> campaigns.remove(member.posting()));
        }
    }

    /** Ids of the campaigns whose newest posting is not newer than this. */
    List<String> lastSeenUntil(long time) {
        return get(() -> {
            List<String> old = new ArrayList<>();
            for (Map.Entry<String, Long> entry : due.entries()) {
                if (entry.getValue() <= time) {
                    old.add(entry.getKey());
                }
            }
            return old;
        });
    }

    /** When the oldest campaign was seen last. */
    Optional<Long> oldest() {
        return get(() -> {
            Long oldest = null;
            for (Long time : due.values()) {
                oldest = oldest == null ? time : Long.valueOf(Math.min(oldest, time));
            }
            return Optional.ofNullable(oldest);
        });
    }

    private interface Access {
        void run() throws Exception;
    }

    private interface Read<T> {
        T get() throws Exception;
    }

    private static void run(Access access) {
        get(() -> {
            access.run();
            return null;
        });
    }

    /** The ledger cannot handle a failure of the state backend: Flink restarts from the last checkpoint. */
    private static <T> T get(Read<T> read) {
        try {
            return read.get();
        } catch (Exception e) {
            throw new FlinkRuntimeException("the ledger's state cannot be read or written", e);
        }
    }
}
