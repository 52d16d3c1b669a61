package org.lurewatch.desk.rejects;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.schemas.RejectedPosting;

/**
 * The topic of rejects: rejects, and marks that say which of them were sent back. A mark is a record without a value; its
 * header {@link #MARK} holds the {@link RejectPlace}. It lies behind its reject in the same partition, so that the broker
 * keeps it as long.
 */
final class RejectTopic {
    static final String MARK = "lurewatch-replayed";

    private final KafkaTopic topic;
    private final TopicValues<RejectedPosting> values = new TopicValues<>(RejectedPosting.class);

    RejectTopic(KafkaTopic topic) {
        this.topic = topic;
    }

    /**
     * Passes on each reject and each mark, from the oldest kept up to these ends.
     *
     * @return how many records are neither
     */
    int forEachBefore(Map<TopicPartition, Long> ends, Consumer<StoredReject> rejects, Consumer<RejectPlace> marks) {
        int[] neither = {0};
        topic.forEachBefore(ends, record -> {
            Optional<StoredReject> reject = reject(record);
            Optional<RejectPlace> mark = mark(record);
            reject.ifPresent(rejects);
            mark.ifPresent(marks);
            neither[0] += reject.isEmpty() && mark.isEmpty() ? 1 : 0;
        });
        return neither[0];
    }

    /** The places of what was sent back. */
    Set<RejectPlace> sentBack(Map<TopicPartition, Long> ends) {
        Set<RejectPlace> places = new HashSet<>();
        topic.forEachBefore(ends, record -> mark(record).ifPresent(places::add));
        return places;
    }

    private Optional<StoredReject> reject(ConsumerRecord<byte[], byte[]> record) {
        return values.read(record).map(reject -> new StoredReject(reject, record.partition(), record.timestamp()));
    }

    private static Optional<RejectPlace> mark(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.value() == null ? record.headers().lastHeader(MARK) : null;
        try {
            return header == null
                    ? Optional.empty()
                    : Optional.of(RejectPlace.parse(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
