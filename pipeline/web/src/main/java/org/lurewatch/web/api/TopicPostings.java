package org.lurewatch.web.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;
import org.lurewatch.web.access.OnceKey;

/** Sends postings to the topic that the job reads. */
public final class TopicPostings implements PostingSink {
    private final OnceSender sender;

    /** @param sender to that topic */
    public TopicPostings(OnceSender sender) {
        this.sender = Objects.requireNonNull(sender);
    }

    @Override
    public void send(List<JobPosting> postings) throws IOException {
        send(postings, Optional.empty());
    }

    @Override
    public void send(List<JobPosting> postings, Optional<OnceKey> once) throws IOException {
        try {
            if (once.isPresent()) {
                sender.send(once.get(), at -> records(postings), at -> "");
            } else {
                sender.send(records(postings));
            }
        } catch (DeskException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<ProducerRecord<byte[], byte[]>> records(List<JobPosting> postings) {
        SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro =
                SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known());
        return postings.stream()
                .map(posting -> new ProducerRecord<>(
                        sender.topic(),
                        posting.key().getBytes(StandardCharsets.UTF_8),
                        avro.encode(AvroPostings.toAvro(posting))))
                .toList();
    }
}
