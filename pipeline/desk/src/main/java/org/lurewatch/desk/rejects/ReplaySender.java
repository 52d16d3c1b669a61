package org.lurewatch.desk.rejects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;

/**
 * Sends rejected records back, each in one transaction with the mark that says so: both are there or neither. All senders of
 * one topic of rejects share a transactional id, so that one that begins later ends one that began before.
 */
final class ReplaySender implements AutoCloseable {
    /** Header of a posting that was sent back: where it lay before. */
    static final String ORIGIN = "lurewatch-replay";

    private static final int ROOM_FOR_HEADERS = 64 << 10;
    private static final int MOST_IN_A_TRANSACTION = 500;
    private static final int MOST_BYTES_IN_A_TRANSACTION = 4 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String address;
    private final String postings;
    private final String rejects;
    private final List<Sent> waiting = new ArrayList<>();
    private long waitingBytes;
    private int sent;
    private final List<RejectPlace> tooLarge = new ArrayList<>();

    /**
     * A record to send back.
     *
     * @param rejectPartition where its reject lies on the topic of rejects
     */
    record Sent(RejectPlace place, int rejectPartition, ReplayRule.Whole record) {
        private long size() {
            return record.value().length + (record.key() == null ? 0L : record.key().length);
        }
    }

    /**
     * Begins: nobody else is sending back any more when this returns.
     *
     * @param settings of the Kafka client, with {@code bootstrap.servers}
     * @param largest bytes of the largest value
     */
    ReplaySender(Map<String, String> settings, String postings, String rejects, int largest) {
        this.address = settings.get("bootstrap.servers");
        this.postings = postings;
        this.rejects = rejects;
        Map<String, Object> all = RecordSender.producerSettings(settings);
        all.put("transactional.id", "lurewatch-replay-" + rejects);
        all.put("transaction.timeout.ms", "60000");
        // The broker has a limit of its own.
        long request = Math.max(1 << 20, (long) largest + ROOM_FOR_HEADERS);
        all.putIfAbsent("max.request.size", String.valueOf(Math.min(request, Integer.MAX_VALUE)));
        this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw KafkaTopic.unreachable(address, e);
        }
    }

    /** Sends a record, with others that wait; {@link #flush} sends the last. */
    void send(Sent record) {
        waiting.add(record);
        waitingBytes += record.size();
        if (waiting.size() >= MOST_IN_A_TRANSACTION || waitingBytes >= MOST_BYTES_IN_A_TRANSACTION) {
            flush();
        }
    }

    /** Sends all that wait. */
    void flush() {
        if (!waiting.isEmpty() && !inOneTransaction(waiting)) {
            // One of them was too large for the broker, and took the others with it.
            for (Sent each : waiting) {
                if (!inOneTransaction(List.of(each))) {
                    tooLarge.add(each.place());
                }
            }
        }
        waiting.clear();
        waitingBytes = 0;
    }

    /** What the broker refused for its size. */
    List<RejectPlace> tooLarge() {
        return List.copyOf(tooLarge);
    }

    /** @return false where one is too large for the broker; nothing was sent then */
    private boolean inOneTransaction(List<Sent> records) {
        try {
            producer.beginTransaction();
            int partitions = producer.partitionsFor(postings).size();
            for (Sent each : records) {
                byte[] place = each.place().toString().getBytes(StandardCharsets.UTF_8);
                // To where it came from, so that postings of one key keep their partition.
                Integer partition = each.place().partition() < partitions
                        ? Integer.valueOf(each.place().partition())
                        : null;
                ProducerRecord<byte[], byte[]> posting = new ProducerRecord<>(
                        postings, partition, each.record().key(), each.record().value());
                posting.headers().add(ORIGIN, place);
                producer.send(posting);
                ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(rejects, each.rejectPartition(), null, null);
                mark.headers().add(RejectTopic.MARK, place);
                producer.send(mark);
            }
            producer.commitTransaction();
            sent += records.size();
            return true;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new DeskException(
                    "another replay of topic " + rejects + " has begun; " + sent + " were sent back", e);
        } catch (KafkaException e) {
            if (!isTooLarge(e)) {
                throw new DeskException(
                        "Kafka at " + address + " did not take what is sent back: " + e.getMessage() + "; " + sent
                                + " were sent back before, and are not sent again",
                        e);
            }
            producer.abortTransaction();
            return false;
        }
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure.getCause() != null && isTooLarge(failure.getCause());
    }

    @Override
    public void close() {
        producer.close();
    }
}
