package org.lurewatch.desk.rejects;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.lurewatch.schemas.RejectReason;

/** Goes over the rejects and sends back what can be assessed now. */
public final class RejectReplay {
    private final RejectTopic rejects;
    private final Set<RejectReason> reasons;
    private final Map<RejectPlace, byte[]> mended;
    private final Map<ReplayRule.Fate, Integer> fates = new EnumMap<>(ReplayRule.Fate.class);
    private final Map<RejectReason, Integer> unacceptable = new EnumMap<>(RejectReason.class);
    private final List<RejectPlace> gone = new ArrayList<>();

    /**
     * A replay of these rejects.
     *
     * @param mended values by place; where there are any, all other rejects are passed over
     */
    public RejectReplay(RejectTopic rejects, Set<RejectReason> reasons, Map<RejectPlace, byte[]> mended) {
        this.rejects = rejects;
        this.reasons = Set.copyOf(reasons);
        this.mended = Map.copyOf(mended);
    }

    /**
     * What became of the rejects.
     *
     * @param fates how many of each fate
     * @param unacceptable those that still cannot be assessed, by what is wrong with them now
     * @param gone what cannot be sent for want of bytes
     * @param neverRejected what was mended but is no reject on the topic
     */
    public record Tally(
            Map<ReplayRule.Fate, Integer> fates,
            Map<RejectReason, Integer> unacceptable,
            List<RejectPlace> gone,
            Set<RejectPlace> neverRejected) {
        public Tally {
            fates = Map.copyOf(fates);
            unacceptable = Map.copyOf(unacceptable);
            gone = List.copyOf(gone);
            neverRejected = Set.copyOf(neverRejected);
        }

        public int count(ReplayRule.Fate fate) {
            return fates.getOrDefault(fate, 0);
        }
    }

    /** Decides about each reject up to some ends, and hands on what is to be sent. */
    public Tally run(Map<TopicPartition, Long> ends, ReplayRule rule, Consumer<ReplaySender.Sent> sender) {
        Set<RejectPlace> unmet = new HashSet<>(mended.keySet());
        rejects.forEachBefore(
                ends,
                told -> {
                    unmet.remove(told.place());
                    if (isMeant(told)) {
                        count(told, rule.decide(told.reject(), mended.get(told.place())))
                                .ifPresent(sender);
                    }
                },
                mark -> {});
        return new Tally(fates, unacceptable, gone, unmet);
    }

    private boolean isMeant(RejectTopic.Told told) {
        return reasons.contains(told.reject().getReason()) && (mended.isEmpty() || mended.containsKey(told.place()));
    }

    private Optional<ReplaySender.Sent> count(RejectTopic.Told told, ReplayRule.Decision decision) {
        fates.merge(decision.fate(), 1, Integer::sum);
        if (decision.reason() != null) {
            unacceptable.merge(decision.reason(), 1, Integer::sum);
        }
        if (decision.fate() == ReplayRule.Fate.GONE) {
            gone.add(told.place());
        }
        return Optional.ofNullable(decision.record())
                .map(record -> new ReplaySender.Sent(told.place(), told.partition(), record));
    }
}
