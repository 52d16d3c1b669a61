package org.lurewatch.desk.output;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicValues;

/** Reads what the job has sent to one topic for people to read. For one thread. */
public final class OutputReader<T extends SpecificRecordBase> {
    private static final int MOST_SOURCES = 20;

    private final KafkaTopic topic;
    private final OutputType<T> type;
    private final TopicValues<T> values;

    /** @param topic holds records of this type */
    public OutputReader(KafkaTopic topic, OutputType<T> type) {
        this.topic = topic;
        this.type = type;
        this.values = new TopicValues<>(type.recordClass());
    }

    /**
     * What was found on a topic.
     *
     * @param records those that are wanted, the newest last
     * @param unreadable how many records were of another type
     * @param sources where the records come from, wanted or not; a bounded number
     */
    public record Listing<T>(List<T> records, int unreadable, SortedSet<String> sources) {
        public Listing {
            records = List.copyOf(records);
        }
    }

    /** The version of a thing that holds, and the record itself where it is wanted. */
    private record Held<T>(Version version, Optional<T> record) {}

    /**
     * The record that holds of each thing, as the topic stands when the call begins. What was erased since is left out. All
     * that is wanted is kept in memory.
     *
     * @param since leaves out what Kafka took in before
     * @throws org.lurewatch.desk.DeskException where the topic cannot be read
     */
    public Listing<T> list(Optional<Instant> since, OutputFilter filter) {
        Map<String, Held<T>> newest = new HashMap<>();
        SortedSet<String> sources = new TreeSet<>();
        int[] unreadable = {0};
        forEach(since, record -> {
            if (record.value() == null) {
                newest.remove(key(record));
                return;
            }
            Optional<T> decoded = values.read(record);
            if (decoded.isEmpty()) {
                unreadable[0]++;
                return;
            }
            T one = decoded.get();
            Traits traits = type.traits(one);
            if (sources.size() < MOST_SOURCES) {
                sources.addAll(traits.sources());
            }
            newest.merge(
                    type.key(one),
                    new Held<>(type.version(one), decoded.filter(unused -> filter.accepts(traits))),
                    OutputReader::later);
        });
        List<T> wanted = newest.values().stream()
                .filter(held -> held.record().isPresent())
                .sorted(Comparator.comparing(held -> held.version().at()))
                .map(held -> held.record().get())
                .toList();
        return new Listing<>(wanted, unreadable[0], sources);
    }

    private void forEach(Optional<Instant> since, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        if (since.isPresent()) {
            topic.forEachSince(since.get(), reader);
        } else {
            topic.forEach(reader);
        }
    }

    /** Of two that are equal the second holds: it was sent again. */
    private static <T> Held<T> later(Held<T> one, Held<T> other) {
        return one.version().compareTo(other.version()) > 0 ? one : other;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /**
     * Passes on every record that is wanted as it is committed, each revision too, until the reader has enough or the
     * thread is interrupted.
     *
     * @param since where to begin, by Kafka's time; else with what comes from now on
     * @throws org.lurewatch.desk.DeskException where the topic cannot be read
     */
    public void follow(Optional<Instant> since, OutputFilter filter, Predicate<T> isEnough) {
        topic.follow(since.map(topic::firstSince).orElseGet(topic::ends), record -> values.read(record)
                .filter(one -> filter.accepts(type.traits(one)))
                .filter(isEnough)
                .isPresent());
    }
}
