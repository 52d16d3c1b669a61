package org.lurewatch.web.view;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdbi.v3.core.JdbiException;
import org.lurewatch.codec.ReviewDecoder;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a view up with its topics, on a thread of its own: what was committed to them, a batch at a time. A broker that is
 * away and a topic that is not there yet are waited for.
 */
public final class ViewFollower implements AutoCloseable {
    /** How old a row may become. */
    public static final Duration LONGEST_KEPT = Duration.ofDays(400);

    private static final Logger LOG = LoggerFactory.getLogger(ViewFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final long PAUSE_MILLIS = 2_000;
    private static final int MOST_RECORDS = 500;

    private final Map<String, String> settings;
    private final Map<ViewTopic, String> names;
    private final Map<String, ViewTopic> topics = new HashMap<>();
    private final ViewStore store;
    private final Duration longestKept;
    private final Clock clock;
    private final TopicValues<ScamWarning> warnings = new TopicValues<>(ScamWarning.class);
    private final TopicValues<Campaign> campaigns = new TopicValues<>(Campaign.class);
    private final TopicValues<Trend> trends = new TopicValues<>(Trend.class);
    private final ReviewDecoder reviews = new ReviewDecoder();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lurewatch-view");
    private final Set<String> missing = new HashSet<>();
    private volatile KafkaConsumer<byte[], byte[]> reading;
    private volatile boolean waiting;
    private Instant cleaned = Instant.MIN;

    private ViewFollower(
            Map<String, String> settings,
            Map<ViewTopic, String> names,
            ViewStore store,
            Duration longestKept,
            Clock clock) {
        this.settings = Map.copyOf(settings);
        this.names = new EnumMap<>(names);
        names.forEach((topic, name) -> topics.put(name, topic));
        this.store = store;
        this.longestKept = longestKept;
        this.clock = clock;
    }

    /**
     * Starts one.
     *
     * @param settings of the Kafka client, with {@code bootstrap.servers}
     * @param names of the topics; one that is left out is not read
     * @param longestKept how old a row may become
     */
    public static ViewFollower start(
            Map<String, String> settings,
            Map<ViewTopic, String> names,
            ViewStore store,
            Duration longestKept,
            Clock clock) {
        ViewFollower follower = new ViewFollower(settings, names, store, longestKept, clock);
        follower.thread.setDaemon(true);
        follower.thread.start();
        return follower;
    }

    /** Whether it has once read all that the topics held when it began. Until then the view is being filled. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits for that. @return whether it came in time */
    public boolean awaitCaughtUp(Duration longest) throws InterruptedException {
        return caughtUp.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether Kafka or the database is away. */
    public boolean isWaiting() {
        return waiting;
    }

    private void run() {
        while (isOpen()) {
            try {
                follow();
            } catch (WakeupException e) {
                LOG.debug("The view is being closed", e);
            } catch (KafkaException e) {
                waitOnce("Kafka", e);
            } catch (JdbiException e) {
                waitOnce("Its database", e);
            } catch (RuntimeException e) {
                if (!waiting) {
                    waiting = true;
                    LOG.error("The view cannot be kept up. It is tried again.", e);
                }
            }
            pause();
        }
    }

    private void waitOnce(String what, Exception failure) {
        if (!waiting) {
            waiting = true;
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            LOG.warn("The view waits. {} gives no answer: {}", what, cause.getMessage());
        }
    }

    private void goesOn() {
        if (waiting) {
            waiting = false;
            LOG.info("The view goes on.");
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** Until it is closed, or the topics are no longer what they were. */
    private void follow() {
        Layout layout = layout();
        if (store.readFrom(layout.origin())) {
            LOG.warn("The view was made of other topics. It is rebuilt from these.");
        }
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            reading = consumer;
            if (!isOpen()) {
                return;
            }
            Map<TopicPartition, ViewTopic> parts = layout.parts();
            begin(consumer, parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts.keySet());
            goesOn();
            long checked = System.nanoTime();
            while (isOpen()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    store.apply(read(records));
                }
                if (!isCaughtUp() && hasReached(consumer, ends)) {
                    caughtUp.countDown();
                    LOG.info("The view has read all that its topics held.");
                }
                if (isCaughtUp()) {
                    clean();
                }
                if (System.nanoTime() - checked > BETWEEN_CHECKS.toNanos()) {
                    if (!layout().equals(layout)) {
                        return;
                    }
                    checked = System.nanoTime();
                }
            }
        } finally {
            reading = null;
        }
    }

    private static boolean hasReached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void begin(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, ViewTopic> parts) {
        consumer.assign(parts.keySet());
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(parts.keySet());
        parts.forEach((part, topic) -> {
            OptionalLong next = store.nextOffset(topic, part.partition());
            if (next.isPresent() && next.getAsLong() >= oldest.get(part)) {
                consumer.seek(part, next.getAsLong());
                return;
            }
            if (next.isPresent()) {
                LOG.warn("Topic {} has lost records that the view has not read.", part.topic());
                store.knowsAnew(topic, part.partition());
            }
            consumer.seek(part, oldest.get(part));
        });
    }

    private void clean() {
        Instant now = clock.instant();
        if (now.minus(BETWEEN_CLEANINGS).isAfter(cleaned)) {
            store.forgetBefore(now.minus(longestKept));
            cleaned = now;
        }
    }

    private List<ViewRecord> read(ConsumerRecords<byte[], byte[]> records) {
        List<ViewRecord> read = new ArrayList<>(records.count());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ViewTopic topic = topics.get(record.topic());
            boolean erased = record.value() == null;
            read.add(new ViewRecord(
                    topic,
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(Math.max(0, record.timestamp())),
                    record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                    erased,
                    erased ? Optional.empty() : value(topic, record)));
        }
        return read;
    }

    private Optional<SpecificRecordBase> value(ViewTopic topic, ConsumerRecord<byte[], byte[]> record) {
        return switch (topic) {
            case WARNINGS -> warnings.read(record).map(SpecificRecordBase.class::cast);
            case CAMPAIGNS -> campaigns.read(record).map(SpecificRecordBase.class::cast);
            case TRENDS -> trends.read(record).map(SpecificRecordBase.class::cast);
            case REVIEWS -> review(record);
        };
    }

    private Optional<SpecificRecordBase> review(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(reviews.decode(record.value(), record.timestamp()));
        } catch (UnusablePostingException e) {
            return Optional.empty();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("isolation.level", "read_committed");
        all.put("allow.auto.create.topics", false);
        all.put("auto.offset.reset", "earliest");
        all.put("enable.auto.commit", false);
        all.put("max.poll.records", MOST_RECORDS);
        all.put("default.api.timeout.ms", (int) ANSWER.toMillis());
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Which topics there are.
     *
     * @param origin tells them from topics of the same names on another cluster, or made anew on this one
     * @param parts their partitions
     */
    private record Layout(String origin, Map<TopicPartition, ViewTopic> parts) {}

    private Layout layout() {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("default.api.timeout.ms", (int) ANSWER.toMillis());
        all.put("request.timeout.ms", (int) ANSWER.toMillis() / 2);
        try (Admin admin = Admin.create(all)) {
            StringBuilder origin =
                    new StringBuilder(answer(admin.describeCluster().clusterId()));
            Map<TopicPartition, ViewTopic> parts = new HashMap<>();
            Map<String, KafkaFuture<TopicDescription>> described =
                    new TreeMap<>(admin.describeTopics(names.values()).topicNameValues());
            described.forEach((name, future) -> {
                Optional<TopicDescription> description = description(name, future);
                origin.append(' ').append(name).append(' ');
                description.ifPresent(topic -> {
                    origin.append(topic.topicId());
                    topic.partitions()
                            .forEach(part -> parts.put(new TopicPartition(name, part.partition()), topics.get(name)));
                });
            });
            if (parts.isEmpty()) {
                throw new KafkaException("it has none of the topics " + String.join(", ", described.keySet()));
            }
            return new Layout(origin.toString(), parts);
        }
    }

    /** Nothing where the topic is not there yet. */
    private Optional<TopicDescription> description(String name, KafkaFuture<TopicDescription> future) {
        try {
            Optional<TopicDescription> description = Optional.of(answer(future));
            missing.remove(name);
            return description;
        } catch (UnknownTopicOrPartitionException e) {
            if (missing.add(name)) {
                LOG.warn("Kafka has no topic {}. The view does without it until it is there.", name);
            }
            return Optional.empty();
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
    }

    /** Ends the reading; what was read and not yet written is read again the next time. */
    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(ANSWER.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
