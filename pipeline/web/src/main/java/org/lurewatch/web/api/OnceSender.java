package org.lurewatch.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;
import org.lurewatch.web.access.IdempotencyKeys;
import org.lurewatch.web.access.OnceKey;
import org.lurewatch.web.http.Problem;

/**
 * Sends records to a topic for requests that may come again, each record once. Where the topic ends is kept before anything
 * is sent; after a crash, what came behind that place tells which records the broker has. Safe to share between threads.
 * See RATIONALE.md, "A request that comes again looks before it sends".
 */
public final class OnceSender implements AutoCloseable {
    /** Header that tells a record from any other. */
    static final String HEADER = "lurewatch-once";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(20);

    private final Map<String, String> settings;
    private final String topic;
    private final IdempotencyKeys keys;
    private final Clock clock;
    private KafkaProducer<byte[], byte[]> producer;

    /** @param settings of the Kafka client, with {@code bootstrap.servers} */
    public OnceSender(Map<String, String> settings, String topic, IdempotencyKeys keys, Clock clock) {
        this.settings = Map.copyOf(settings);
        this.topic = topic;
        this.keys = keys;
        this.clock = clock;
    }

    /** The topic that it sends to. */
    String topic() {
        return topic;
    }

    /**
     * What a request was answered.
     *
     * @param again whether it was answered before
     */
    record Answered(String answer, boolean again) {}

    /**
     * Does what a request asks, unless it was done.
     *
     * @param records the same each time for the same time
     * @param answer the same each time for the same time
     * @throws Problem where the key belongs to another request, or someone is at it
     * @throws DeskException where Kafka does not have all of them for sure; the request may come again
     */
    Answered send(
            OnceKey key,
            Function<Instant, List<ProducerRecord<byte[], byte[]>>> records,
            Function<Instant, String> answer) {
        IdempotencyKeys.Claim claim = keys.claim(key, clock.instant(), this::plan);
        if (claim instanceof IdempotencyKeys.Claim.Done done) {
            return new Answered(done.answer(), true);
        }
        if (claim instanceof IdempotencyKeys.Claim.Begun begun) {
            return new Answered(send(key, begun.plan(), false, records, answer), false);
        }
        if (claim instanceof IdempotencyKeys.Claim.Again again) {
            return new Answered(send(key, again.plan(), true, records, answer), false);
        }
        if (claim instanceof IdempotencyKeys.Claim.OtherRequest) {
            throw new Problem(
                    422,
                    "key-used",
                    "Key used before",
                    "The Idempotency-Key belongs to a request that said something else. Take a new key for a new request.");
        }
        throw new Problem(
                409,
                "in-progress",
                "In progress",
                "A request with this Idempotency-Key is being answered. Send it again in a minute.");
    }

    private String send(
            OnceKey key,
            String plan,
            boolean again,
            Function<Instant, List<ProducerRecord<byte[], byte[]>>> records,
            Function<Instant, String> answer) {
        try {
            Planned planned = Planned.of(plan, topic);
            List<ProducerRecord<byte[], byte[]>> all = records.apply(planned.at());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).headers().add(HEADER, tag(key, i).getBytes(StandardCharsets.US_ASCII));
            }
            Set<String> there = again ? there(planned) : Set.of();
            send(all.stream()
                    .filter(record -> !there.contains(tag(record.headers().lastHeader(HEADER))))
                    .toList());
            String said = answer.apply(planned.at());
            keys.finish(key, said);
            return said;
        } catch (DeskException e) {
            keys.release(key);
            throw e;
        }
    }

    private static String tag(OnceKey key, int index) {
        return key.id() + "-" + index;
    }

    private static String tag(Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
    }

    /** Sends records that need not be told from others, and waits until the broker has them. */
    void send(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        KafkaProducer<byte[], byte[]> taker = producer();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(taker.send(record));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (KafkaException e) {
            giveUp(taker);
            throw KafkaTopic.unreachable(settings.get("bootstrap.servers"), e);
        } catch (ExecutionException e) {
            giveUp(taker);
            throw new DeskException(
                    "topic " + topic + " did not take a record: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> all = new HashMap<>(RecordSender.producerSettings(settings));
            all.put("acks", "all");
            all.put("enable.idempotence", "true");
            all.put("linger.ms", "0");
            producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** Nothing that it still holds may come to the broker behind the back of whoever looks there. */
    private synchronized void giveUp(KafkaProducer<byte[], byte[]> failed) {
        if (producer == failed) {
            producer = null;
        }
        failed.close(Duration.ZERO);
    }

    /**
     * What is kept before anything is sent.
     *
     * @param at when it was asked for the first time
     * @param from where the topic ended then
     */
    private record Planned(Instant at, Map<TopicPartition, Long> from) {
        static Planned of(String plan, String topic) {
            try {
                JsonNode read = JSON.readTree(plan);
                Map<TopicPartition, Long> from = new HashMap<>();
                read.path("from")
                        .properties()
                        .forEach(part -> from.put(
                                new TopicPartition(topic, Integer.parseInt(part.getKey())),
                                part.getValue().longValue()));
                return new Planned(Instant.parse(read.path("at").textValue()), from);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the store holds a plan that was not written here", e);
            }
        }
    }

    private String plan() {
        ObjectNode plan = JSON.createObjectNode();
        plan.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        ObjectNode from = plan.putObject("from");
        new KafkaTopic(settings, topic).ends().forEach((part, end) -> from.put(String.valueOf(part.partition()), end));
        return plan.toString();
    }

    private Set<String> there(Planned planned) {
        KafkaTopic read = new KafkaTopic(settings, topic);
        Map<TopicPartition, Long> ends = read.settledEnds(LONGEST_TRANSACTION);
        Map<TopicPartition, Long> from = new HashMap<>(planned.from());
        from.keySet().retainAll(ends.keySet());
        Set<String> tags = new HashSet<>();
        read.forEachBetween(
                from, ends, record -> Optional.ofNullable(record.headers().lastHeader(HEADER))
                        .ifPresent(header -> tags.add(tag(header))));
        return tags;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(LONGEST_TRANSACTION);
            producer = null;
        }
    }
}
