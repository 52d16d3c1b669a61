package org.lurewatch.job.operators;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.CloudEvent;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.ValueEncoder;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Turns what the job sends into Kafka records, with headers as CloudEvents has them. A record's Kafka timestamp is the time
 * of sending, not event time: a broker refuses timestamps that are too far from its own time.
 */
public final class RecordSerializer<T extends SpecificRecordBase> implements KafkaRecordSerializationSchema<T> {
    private static final long serialVersionUID = 1L;

    private final TopicOutput output;
    private final Class<T> type;
    private final SerializableFunction<T, byte[]> key;
    private final SerializableFunction<T, CloudEvent> event;
    private final SerializableFunction<T, Boolean> isErased;
    private transient ValueEncoder<T> encoder;

    private RecordSerializer(
            TopicOutput output,
            Class<T> type,
            SerializableFunction<T, byte[]> key,
            SerializableFunction<T, CloudEvent> event) {
        this(output, type, key, event, told -> false);
    }

    private RecordSerializer(
            TopicOutput output,
            Class<T> type,
            SerializableFunction<T, byte[]> key,
            SerializableFunction<T, CloudEvent> event,
            SerializableFunction<T, Boolean> isErased) {
        this.output = output;
        this.type = type;
        this.key = key;
        this.event = event;
        this.isErased = isErased;
    }

    /** Warnings, keyed by posting. */
    public static RecordSerializer<ScamWarning> ofWarnings(TopicOutput output) {
        return new RecordSerializer<>(
                output, ScamWarning.class, WarningEncoder::key, CloudEvent::of, Erasures::isErased);
    }

    /** Rejects, under the key of the record that was rejected. */
    public static RecordSerializer<RejectedPosting> ofRejects(TopicOutput output) {
        return new RecordSerializer<>(
                output, RejectedPosting.class, reject -> ByteArrays.of(reject.getKey()), CloudEvent::of);
    }

    /** Campaigns, keyed by campaign, so that a compacted topic keeps the newest of each. */
    public static RecordSerializer<Campaign> ofCampaigns(TopicOutput output) {
        return new RecordSerializer<>(
                output, Campaign.class, campaign -> utf8(campaign.getCampaignId()), CloudEvent::of, Erasures::isErased);
    }

    /** Trends, keyed by window, dimension and value: a compacted topic keeps the newest revision of each. */
    public static RecordSerializer<Trend> ofTrends(TopicOutput output) {
        return new RecordSerializer<>(
                output,
                Trend.class,
                trend -> utf8(String.join(
                        "/",
                        trend.getWindowStart().toString(),
                        trend.getWindowHours() + "h",
                        trend.getDimension().name(),
                        trend.getValue())),
                CloudEvent::of);
    }

    /** Commands, each under a key of its own, so that a compacted topic keeps them all. */
    public static RecordSerializer<ControlCommand> ofCommands(TopicOutput output) {
        return new RecordSerializer<>(
                output, ControlCommand.class, command -> utf8(command.getCommandId()), CloudEvent::of);
    }

    /** What became of commands, keyed by command. */
    public static RecordSerializer<ControlStatus> ofStatuses(TopicOutput output) {
        return new RecordSerializer<>(
                output, ControlStatus.class, status -> utf8(status.getCommandId()), CloudEvent::of);
    }

    /** Shadow scores, keyed by posting. */
    public static RecordSerializer<ShadowScore> ofShadowScores(TopicOutput output) {
        return new RecordSerializer<>(output, ShadowScore.class, score -> utf8(score.getWarningId()), CloudEvent::of);
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoder = new ValueEncoder<>(type, output.format(), schemaId());
    }

    /** The start has made sure that the registry has it. */
    private int schemaId() {
        if (output.format() != ValueFormat.CONFLUENT) {
            return 0;
        }
        // Only what is read with it can be missed for a while, so time plays no part.
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return PatientRegistry.client(output.registry(), clock)
                .idOf(
                        output.subject(),
                        WriterSchemas.newest(type.getSimpleName()).toString())
                .orElseThrow(() -> new IllegalStateException(
                        "the schema registry no longer has the schema of " + output.subject()));
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(T told, KafkaSinkContext context, Long eventTime) {
        if (isErased.apply(told)) {
            ProducerRecord<byte[], byte[]> tombstone = new ProducerRecord<>(output.topic(), key.apply(told), null);
            tombstone.headers().add(Erasures.HEADER, new byte[0]);
            return tombstone;
        }
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(output.topic(), key.apply(told), encoder.encode(told));
        event.apply(told)
                .headers(output.sender(), output.format().mediaType())
                .forEach((name, value) -> record.headers().add(name, value));
        encoder.schemaHeader().ifPresent(schema -> record.headers().add(ValueEncoder.SCHEMA_HEADER, schema));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
