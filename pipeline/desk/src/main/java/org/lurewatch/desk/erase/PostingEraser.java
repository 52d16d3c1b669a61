package org.lurewatch.desk.erase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.lurewatch.codec.Erasures;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;

/** Asks the running job to forget a posting, and finds out whether Kafka forgets it too. */
public final class PostingEraser {
    private final Map<String, String> settings;

    /** @param settings of the Kafka client, with {@code bootstrap.servers} */
    public PostingEraser(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Asks the job, behind all that the topic holds of the posting.
     *
     * @param postings the topic that the job reads
     * @throws DeskException where the broker does not answer, has no such topic, or does not take it
     */
    public void erase(String postings, String source, String identifier) {
        new KafkaTopic(settings, postings).require();
        ProducerRecord<byte[], byte[]> request =
                new ProducerRecord<>(postings, (source + "/" + identifier).getBytes(StandardCharsets.UTF_8), null);
        request.headers().add(Erasures.HEADER, new byte[0]);
        new RecordSender(settings).send(request, "the request to forget the posting");
    }

    /**
     * Those of some topics that are not compacted, so that a record without value removes none that were written before.
     *
     * @throws DeskException where the broker does not answer, or does not tell
     */
    public List<String> notCompacted(List<String> topics) {
        List<String> plain = new ArrayList<>();
        try (Admin admin = Admin.create(Map.copyOf(settings))) {
            for (String topic : topics) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                ConfigEntry policy = admin.describeConfigs(List.of(resource))
                        .all()
                        .get()
                        .get(resource)
                        .get(TopicConfig.CLEANUP_POLICY_CONFIG);
                if (policy == null || !policy.value().contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
                    plain.add(topic);
                }
            }
            return plain;
        } catch (KafkaException e) {
            throw KafkaTopic.unreachable(settings.get("bootstrap.servers"), e);
        } catch (ExecutionException e) {
            throw new DeskException(
                    "the settings of topic " + String.join(", ", topics) + " cannot be looked up: "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }
}
