package org.lurewatch.desk.rejects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.schemas.RejectReason;

/**
 * The newest rejects of a topic, and how many there are in all. A reject that the topic holds twice counts once.
 *
 * @param rejects the newest of those that were asked for, the newest last
 * @param counts all that were asked for, by reason
 * @param sentBack the places of those that were sent back, among all that were asked for
 * @param unreadable records on the topic that are no rejects
 */
public record NewestRejects(
        List<StoredReject> rejects, Map<RejectReason, Integer> counts, Set<RejectPlace> sentBack, int unreadable) {
    private static final Comparator<StoredReject> BY_TIME = Comparator.comparingLong(StoredReject::sentAtMillis)
            .thenComparing(StoredReject::partition)
            .thenComparing(stored -> stored.reject().getOffset());

    public NewestRejects {
        rejects = List.copyOf(rejects);
        counts = Map.copyOf(counts);
        sentBack = Set.copyOf(sentBack);
    }

    /**
     * Reads them.
     *
     * @param topic of rejects
     * @param reasons only those with one of these reasons
     * @param most how many, 0 or more
     * @throws org.lurewatch.desk.DeskException where the broker does not answer or has no such topic
     */
    public static NewestRejects read(KafkaTopic topic, Set<RejectReason> reasons, int most) {
        Map<RejectReason, Integer> counts = new EnumMap<>(RejectReason.class);
        PriorityQueue<StoredReject> newest = new PriorityQueue<>(BY_TIME);
        Set<RejectPlace> places = new HashSet<>();
        Set<RejectPlace> sentBack = new HashSet<>();
        int unreadable = new RejectTopic(topic)
                .forEachBefore(
                        topic.ends(),
                        stored -> {
                            if (reasons.contains(stored.reject().getReason()) && places.add(stored.place())) {
                                counts.merge(stored.reject().getReason(), 1, Integer::sum);
                                newest.add(stored);
                                if (newest.size() > most) {
                                    newest.remove();
                                }
                            }
                        },
                        sentBack::add);
        sentBack.retainAll(places);
        List<StoredReject> inOrder = new ArrayList<>(newest);
        inOrder.sort(BY_TIME);
        return new NewestRejects(inOrder, counts, sentBack, unreadable);
    }
}
