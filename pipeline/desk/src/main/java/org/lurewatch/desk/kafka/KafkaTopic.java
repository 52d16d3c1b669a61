package org.lurewatch.desk.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lurewatch.desk.DeskException;

/** A topic as a person reads it: what was committed by now, and no more. */
public final class KafkaTopic {
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(30);

    /** A person waits. */
    private static final String TIMEOUT_MILLIS = "20000";

    private final Map<String, Object> settings;
    private final String address;
    private final String topic;

    /** @param settings of the Kafka client, with {@code bootstrap.servers} */
    public KafkaTopic(Map<String, String> settings, String topic) {
        this.settings = new LinkedHashMap<>(settings);
        this.settings.putIfAbsent("default.api.timeout.ms", TIMEOUT_MILLIS);
        this.settings.put("allow.auto.create.topics", false);
        this.address = settings.get("bootstrap.servers");
        this.topic = topic;
    }

    /** Whether the broker has it. */
    public boolean exists() {
        return ask(consumer -> !partitions(consumer).isEmpty());
    }

    /** @throws DeskException where the broker does not answer or has no such topic */
    public void require() {
        require("");
    }

    /**
     * The same with a hint.
     *
     * @param hint what to do where it is missing, said right after its name
     */
    public void require(String hint) {
        if (!exists()) {
            throw missing(hint);
        }
    }

    /**
     * Passes on each record, from the oldest kept to the newest there is now; those of one key in their order.
     *
     * @throws DeskException where the broker does not answer or has no such topic
     */
    public void forEach(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        forEachBefore(ends(), reader);
    }

    /** As {@link #forEach}, but to where {@link #ends} found the topic to end. */
    public void forEachBefore(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        forEachBefore(ends, consumer -> consumer.seekToBeginning(ends.keySet()), reader);
    }

    /** As {@link #forEachBefore(Map, Consumer)}, but from these places on; of a partition that is not named, all. */
    public void forEachBetween(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        forEachBefore(
                ends,
                consumer -> {
                    consumer.seekToBeginning(ends.keySet());
                    from.forEach(consumer::seek);
                },
                reader);
    }

    /**
     * As {@link #forEach}, but of the records that Kafka took in since then.
     *
     * @param since by Kafka's time of the records
     */
    public void forEachSince(Instant since, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<TopicPartition, Long> ends = ends();
        forEachBefore(ends, consumer -> firstSince(consumer, ends, since).forEach(consumer::seek), reader);
    }

    /**
     * Where each partition has the first record that Kafka took in since then; where all are older, its end.
     *
     * @param since by Kafka's time of the records
     * @throws DeskException where the broker does not answer or has no such topic
     */
    public Map<TopicPartition, Long> firstSince(Instant since) {
        Map<TopicPartition, Long> ends = ends();
        return ask(consumer -> firstSince(consumer, ends, since));
    }

    private static Map<TopicPartition, Long> firstSince(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Instant since) {
        Map<TopicPartition, Long> times = new HashMap<>();
        // Kafka knows no time before 1970.
        ends.keySet().forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
        Map<TopicPartition, Long> firsts = new HashMap<>();
        consumer.offsetsForTimes(times)
                .forEach((partition, first) ->
                        firsts.put(partition, first == null ? ends.get(partition) : first.offset()));
        return firsts;
    }

    private void forEachBefore(
            Map<TopicPartition, Long> ends,
            Consumer<KafkaConsumer<byte[], byte[]>> toStart,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        ask(consumer -> {
            Set<TopicPartition> partitions = ends.keySet();
            consumer.assign(partitions);
            toStart.accept(consumer);
            long standingSince = System.nanoTime();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
                        reader.accept(record);
                    }
                }
                standingSince = records.isEmpty() ? standingSince : System.nanoTime();
                requireProgress(standingSince);
            }
            return null;
        });
    }

    /**
     * Where each partition ends now.
     *
     * @throws DeskException where the broker does not answer or has no such topic
     */
    public Map<TopicPartition, Long> ends() {
        return ask(consumer -> consumer.endOffsets(existing(consumer)));
    }

    /**
     * Where each partition ends now, once every transaction that is open has ended: until then, what was committed
     * behind it cannot be read.
     *
     * @param longest how long to wait for that
     * @throws DeskException where one is still open after that time, the broker does not answer or has no such topic
     */
    public Map<TopicPartition, Long> settledEnds(Duration longest) {
        Map<TopicPartition, Long> written =
                ask("read_uncommitted", consumer -> consumer.endOffsets(existing(consumer)));
        return ask(consumer -> {
            long since = System.nanoTime();
            Map<TopicPartition, Long> committed = consumer.endOffsets(written.keySet());
            while (written.entrySet().stream().anyMatch(end -> committed.get(end.getKey()) < end.getValue())) {
                if (System.nanoTime() - since > longest.toNanos()) {
                    throw new DeskException("on topic " + topic + " a transaction is still open after "
                            + longest.toSeconds() + " s: the job commits at its next checkpoint; try again then");
                }
                sleep();
                committed.putAll(consumer.endOffsets(written.keySet()));
            }
            return committed;
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }

    /**
     * Passes on each record from these places on, as it is committed, until the reader has what it waits for.
     *
     * @param from where to begin, as {@link #ends} gave it
     * @param longest how long to wait for it
     * @return whether it came
     */
    public boolean follow(
            Map<TopicPartition, Long> from, Duration longest, Predicate<ConsumerRecord<byte[], byte[]>> isWaitedFor) {
        return ask(consumer -> {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            long since = System.nanoTime();
            while (System.nanoTime() - since < longest.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                    if (isWaitedFor.test(record)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    /**
     * Passes on each record from these places on, as it is committed, until the reader has enough or the thread is
     * interrupted. A broker that is away is waited for.
     *
     * @param from where to begin, as {@link #ends} or {@link #firstSince} gave it
     */
    public void follow(Map<TopicPartition, Long> from, Predicate<ConsumerRecord<byte[], byte[]>> isEnough) {
        ask(consumer -> {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            try {
                while (true) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                        if (isEnough.test(record)) {
                            return null;
                        }
                    }
                }
            } catch (InterruptException e) {
                // Kafka's client has set the thread's mark again, with which it could not be closed in peace.
                Thread.interrupted();
                return null;
            }
        });
    }

    /**
     * The record at one place.
     *
     * @throws DeskException saying why there is none: it is no longer kept, or was never there
     */
    public ConsumerRecord<byte[], byte[]> require(int partition, long offset) {
        Lookup lookup = lookUp(partition, offset);
        return lookup.record().orElseThrow(() -> new DeskException(lookup.whyNot()));
    }

    /**
     * The record at one place, or nothing where it is no longer kept or was never there.
     *
     * @throws DeskException where the broker does not answer or has no such topic
     */
    public Optional<ConsumerRecord<byte[], byte[]>> find(int partition, long offset) {
        return lookUp(partition, offset).record();
    }

    private Lookup lookUp(int partition, long offset) {
        return ask(consumer -> {
            TopicPartition place = new TopicPartition(topic, partition);
            if (!existing(consumer).contains(place)) {
                return Lookup.failed("topic " + topic + " has no partition " + partition);
            }
            String where = "the record at topic " + topic + ", partition " + partition + ", offset " + offset;
            consumer.assign(List.of(place));
            long oldest = consumer.beginningOffsets(List.of(place)).get(place);
            if (offset < oldest) {
                return Lookup.failed(where + " is gone: the topic keeps records from offset " + oldest
                        + " on (its retention has removed what is older)");
            }
            long end = consumer.endOffsets(List.of(place)).get(place);
            if (offset >= end) {
                return Lookup.failed(where + " does not exist: the partition ends before offset " + end
                        + "; is this the right Kafka?");
            }
            consumer.seek(place, offset);
            return new Lookup(
                    first(consumer, place).filter(record -> record.offset() == offset),
                    where + " is gone: it was compacted away, or never committed");
        });
    }

    /** A record, or in words why there is none. */
    private record Lookup(Optional<ConsumerRecord<byte[], byte[]>> record, String whyNot) {
        static Lookup failed(String whyNot) {
            return new Lookup(Optional.empty(), whyNot);
        }
    }

    private Optional<ConsumerRecord<byte[], byte[]>> first(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition place) {
        long end = consumer.endOffsets(List.of(place)).get(place);
        long since = System.nanoTime();
        while (consumer.position(place) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                return Optional.of(record);
            }
            requireProgress(since);
        }
        return Optional.empty();
    }

    private void requireProgress(long sinceNanos) {
        if (System.nanoTime() - sinceNanos > LONGEST_STANDSTILL.toNanos()) {
            throw new DeskException("topic " + topic + " of Kafka at " + address + " gives no more records");
        }
    }

    private List<TopicPartition> existing(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (partitions.isEmpty()) {
            throw missing("");
        }
        return partitions;
    }

    private DeskException missing(String hint) {
        return new DeskException("Kafka at " + address + " has no topic " + topic + hint);
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            return consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (UnknownTopicOrPartitionException e) {
            return List.of();
        }
    }

    private <T> T ask(Question<T> question) {
        return ask("read_committed", question);
    }

    private <T> T ask(String isolation, Question<T> question) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("isolation.level", isolation);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return question.ask(consumer);
        } catch (KafkaException e) {
            throw unreachable(address, e);
        }
    }

    /** The message where Kafka does not answer, or refuses. */
    public static DeskException unreachable(String address, KafkaException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause instanceof TimeoutException ? "no answer" : cause.getMessage();
        return new DeskException("Kafka cannot be reached at " + address + " (--kafka): " + reason, failure);
    }

    private interface Question<T> {
        T ask(KafkaConsumer<byte[], byte[]> consumer);
    }
}
