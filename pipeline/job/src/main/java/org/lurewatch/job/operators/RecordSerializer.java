package org.lurewatch.job.operators;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Turns what the job sends into Kafka records, in Avro's single-object encoding. A record's Kafka timestamp is the time
 * of sending, not event time: a broker refuses timestamps that are too far from its own time.
 */
public final class RecordSerializer<T extends SpecificRecordBase> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private final Class<T> type;
    private final SerializableFunction<T, byte[]> key;
    private transient SingleObjectEncoding<T> encoding;

    private RecordSerializer(String topic, Class<T> type, SerializableFunction<T, byte[]> key) {
        this.topic = topic;
        this.type = type;
        this.key = key;
    }

    /** Warnings, keyed by posting. */
    public static RecordSerializer<ScamWarning> ofWarnings(String topic) {
        return new RecordSerializer<>(topic, ScamWarning.class, WarningEncoder::key);
    }

    /** Rejects, under the key of the record that was rejected. */
    public static RecordSerializer<RejectedPosting> ofRejects(String topic) {
        return new RecordSerializer<>(topic, RejectedPosting.class, reject -> ByteArrays.of(reject.getKey()));
    }

    /** Campaigns, keyed by campaign, so that a compacted topic keeps the newest of each. */
    public static RecordSerializer<Campaign> ofCampaigns(String topic) {
        return new RecordSerializer<>(topic, Campaign.class, campaign -> utf8(campaign.getCampaignId()));
    }

    /** Trends, keyed by window, dimension and value: a compacted topic keeps the newest revision of each. */
    public static RecordSerializer<Trend> ofTrends(String topic) {
        return new RecordSerializer<>(
                topic,
                Trend.class,
                trend -> utf8(String.join(
                        "/",
                        trend.getWindowStart().toString(),
                        trend.getWindowHours() + "h",
                        trend.getDimension().name(),
                        trend.getValue())));
    }

    /** Commands, each under a key of its own, so that a compacted topic keeps them all. */
    public static RecordSerializer<ControlCommand> ofCommands(String topic) {
        return new RecordSerializer<>(topic, ControlCommand.class, command -> utf8(command.getCommandId()));
    }

    /** What became of commands, keyed by command. */
    public static RecordSerializer<ControlStatus> ofStatuses(String topic) {
        return new RecordSerializer<>(topic, ControlStatus.class, status -> utf8(status.getCommandId()));
    }

    /** Shadow scores, keyed by posting. */
    public static RecordSerializer<ShadowScore> ofShadowScores(String topic) {
        return new RecordSerializer<>(topic, ShadowScore.class, score -> utf8(score.getWarningId()));
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoding = SingleObjectEncoding.of(type, WriterSchemas.known());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T told, KafkaSinkContext context, Long eventTime) {
        return new ProducerRecord<>(topic, key.apply(told), encoding.encode(told));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
