package org.lurewatch.desk.rejects;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.schemas.RejectReason;

/** Sends back the rejects that can be assessed now, each once. */
public final class RejectReplay {
    private final Map<String, String> settings;
    private final Selection selection;
    private final PostingDecoder decoder;
    private final Supplier<Detector> detector;
    private final KafkaTopic rejects;
    private final KafkaTopic postings;

    /**
     * Which rejects are sent back, and where.
     *
     * @param rejects the topic that they lie on
     * @param postings the topic that they are sent back to
     * @param reasons only those with one of these reasons
     * @param mended values to send in place of what was rejected, by place; where there are any, all other rejects are
     *     passed over
     */
    public record Selection(
            String rejects, String postings, Set<RejectReason> reasons, Map<RejectPlace, byte[]> mended) {
        public Selection {
            reasons = Set.copyOf(reasons);
            mended = Map.copyOf(mended);
        }

        private boolean includes(StoredReject stored) {
            return reasons.contains(stored.reject().getReason())
                    && (mended.isEmpty() || mended.containsKey(stored.place()));
        }
    }

    /**
     * What became of the rejects.
     *
     * @param fates how many of each fate
     * @param unacceptable those that still cannot be assessed, by what is wrong with them now
     * @param gone what cannot be sent because its bytes are no longer kept
     * @param neverRejected what was mended but is no reject on the topic
     * @param tooLarge what could be assessed, but Kafka refused for its size; {@code fates} has it among what was sent
     */
    public record Result(
            Map<RejectFate, Integer> fates,
            Map<RejectReason, Integer> unacceptable,
            List<RejectPlace> gone,
            Set<RejectPlace> neverRejected,
            List<RejectPlace> tooLarge) {
        public Result {
            fates = Map.copyOf(fates);
            unacceptable = Map.copyOf(unacceptable);
            gone = List.copyOf(gone);
            neverRejected = Set.copyOf(neverRejected);
            tooLarge = List.copyOf(tooLarge);
        }

        /** How many had a fate. */
        public int count(RejectFate fate) {
            return fates.getOrDefault(fate, 0);
        }

        /** How many were sent back, or would be. */
        public int sent() {
            return count(RejectFate.SENT) - tooLarge.size();
        }
    }

    /**
     * A replay of these rejects.
     *
     * @param settings of the Kafka client, with {@code bootstrap.servers}
     * @param decoder as in the running job, or it rejects them again
     * @param detector of the bundle that decides now; asked for once, and only where scoring had failed
     */
    public RejectReplay(
            Map<String, String> settings, Selection selection, PostingDecoder decoder, Supplier<Detector> detector) {
        this.settings = Map.copyOf(settings);
        this.selection = selection;
        this.decoder = decoder;
        this.detector = once(detector);
        this.rejects = new KafkaTopic(settings, selection.rejects());
        this.postings = new KafkaTopic(settings, selection.postings());
    }

    /**
     * Finds out what would be sent, and sends nothing.
     *
     * @throws org.lurewatch.desk.DeskException where the broker does not answer or a topic is missing
     */
    public Result tryOut() {
        postings.require();
        return decideEach(rejects.ends(), record -> {}, List::of);
    }

    /**
     * Sends them back. A replay of the same topic that is still running elsewhere is ended first.
     *
     * @param largest bytes of the largest value
     * @param longestWait for the job to commit what it has rejected
     * @throws org.lurewatch.desk.DeskException where the broker does not answer, a topic is missing, the job does not
     *     commit in time, or another replay begins; the message says how many were sent back
     */
    public Result run(int largest, Duration longestWait) {
        postings.require();
        rejects.require();
        try (ReplaySender sender = new ReplaySender(settings, selection.postings(), selection.rejects(), largest)) {
            // Only now, when no other replay can add marks, does the topic say all that was sent back.
            return decideEach(rejects.settledEnds(longestWait), sender::send, () -> {
                sender.flush();
                return sender.tooLarge();
            });
        }
    }

    private Result decideEach(
            Map<TopicPartition, Long> ends, Consumer<ReplaySender.Sent> sender, Supplier<List<RejectPlace>> tooLarge) {
        RejectTopic topic = new RejectTopic(rejects);
        ReplayRule rule = new ReplayRule(selection.postings(), decoder, detector, this::original, topic.sentBack(ends));
        Count count = new Count();
        Set<RejectPlace> unmet = new HashSet<>(selection.mended().keySet());
        topic.forEachBefore(
                ends,
                stored -> {
                    unmet.remove(stored.place());
                    if (selection.includes(stored)) {
                        ReplayRule.Decision decision =
                                rule.decide(stored.reject(), selection.mended().get(stored.place()));
                        count.add(stored, decision);
                        Optional.ofNullable(decision.record())
                                .map(record -> new ReplaySender.Sent(stored.place(), stored.partition(), record))
                                .ifPresent(sender);
                    }
                },
                mark -> {});
        return new Result(count.fates, count.unacceptable, count.gone, unmet, tooLarge.get());
    }

    private Optional<ReplayRule.Whole> original(RejectPlace place) {
        return postings.find(place.partition(), place.offset())
                .map(record -> new ReplayRule.Whole(record.key(), record.value()));
    }

    /** Loading a bundle takes a second or two. */
    private static Supplier<Detector> once(Supplier<Detector> detector) {
        Detector[] loaded = {null};
        return () -> {
            if (loaded[0] == null) {
                loaded[0] = detector.get();
            }
            return loaded[0];
        };
    }

    private static final class Count {
        private final Map<RejectFate, Integer> fates = new EnumMap<>(RejectFate.class);
        private final Map<RejectReason, Integer> unacceptable = new EnumMap<>(RejectReason.class);
        private final List<RejectPlace> gone = new ArrayList<>();

        void add(StoredReject stored, ReplayRule.Decision decision) {
            fates.merge(decision.fate(), 1, Integer::sum);
            if (decision.reason() != null) {
                unacceptable.merge(decision.reason(), 1, Integer::sum);
            }
            if (decision.fate() == RejectFate.GONE) {
                gone.add(stored.place());
            }
        }
    }
}
