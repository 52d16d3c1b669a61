package org.lurewatch.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.desk.kafka.PatientProducer;
import org.lurewatch.desk.kafka.TopicReader;
import org.lurewatch.lab.LabException;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/** Sends records to a job at a steady rate, and reads its warnings and rejects, all the while that faults come. */
public final class FaultTraffic implements AutoCloseable {
    private static final String POSTINGS = "postings";
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final int MOST_UNACKNOWLEDGED = 10_000;

    private static final Map<String, String> PRODUCER =
            Map.of("max.request.size", String.valueOf(4 << 20), "buffer.memory", String.valueOf(128 << 20));

    private final String servers;
    private final FaultRecords records;
    private final FaultAudit audit;
    private final FaultTimes times;
    private final double perSecond;
    private final Map<Integer, Long> sentNanos = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> reading;
    private final CompletableFuture<Void> sending;
    private volatile boolean sendsNoMore;
    private volatile boolean readsNoMore;
    private volatile int sent;

    /**
     * Starts both.
     *
     * @param audit receives what is sent and what comes out
     * @param times receives when a warning came out, and when its posting was sent
     * @param perSecond records sent in a second
     */
    public FaultTraffic(String servers, FaultRecords records, FaultAudit audit, FaultTimes times, double perSecond) {
        this.servers = servers;
        this.records = records;
        this.audit = audit;
        this.times = times;
        this.perSecond = perSecond;
        this.reading = CompletableFuture.runAsync(this::read);
        this.sending = CompletableFuture.runAsync(this::send);
    }

    /** How many records were sent. */
    public int sent() {
        return sent;
    }

    /** Sends no more, and waits until the broker has all. */
    public void stopSending() {
        sendsNoMore = true;
        sending.join();
    }

    /**
     * Does nothing while both go on.
     *
     * @throws LabException where sending or reading has failed
     */
    public void requireWell() {
        for (CompletableFuture<?> each : List.of(sending, reading)) {
            if (each.isCompletedExceptionally()) {
                try {
                    each.join();
                } catch (CompletionException e) {
                    throw new LabException("sending or reading failed: " + e.getCause(), e);
                }
            }
        }
    }

    private void send() {
        List<Future<?>> unacknowledged = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = PatientProducer.start(servers, PRODUCER)) {
            long start = System.nanoTime();
            for (int number = 0; !sendsNoMore; number++) {
                FaultRecords.Numbered record = records.get(number);
                audit.expect(record.outcome());
                LockSupport.parkNanos(start + (long) (number * 1e9 / perSecond) - System.nanoTime());
                sentNanos.put(number, System.nanoTime());
                unacknowledged.add(producer.send(
                        new ProducerRecord<>(POSTINGS, record.key().getBytes(UTF_8), record.bytes())));
                sent = number + 1;
                for (int first = 0; unacknowledged.size() > MOST_UNACKNOWLEDGED; unacknowledged.remove(first)) {
                    unacknowledged.get(first).get();
                }
            }
            for (Future<?> each : unacknowledged) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void read() {
        try (TopicReader<ScamWarning> warnings = new TopicReader<>(servers, "warnings", ScamWarning.class);
                TopicReader<RejectedPosting> rejects =
                        new TopicReader<>(servers, "postings-rejected", RejectedPosting.class)) {
            while (!readsNoMore) {
                List<ScamWarning> newWarnings = warnings.poll(PATIENCE);
                long now = System.nanoTime();
                List<RejectedPosting> newRejects = rejects.poll(Duration.ZERO);
                newWarnings.forEach(audit::cameOut);
                newRejects.forEach(audit::cameOut);
                newWarnings.forEach(
                        warning -> times.warning(sentNanos.get(FaultRecords.number(warning.getPostingId())), now));
            }
        }
    }

    /** Stops both, and waits for neither: a broker that is down would keep them. */
    @Override
    public void close() {
        sendsNoMore = true;
        readsNoMore = true;
    }
}
