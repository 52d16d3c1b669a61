package org.lurewatch.desk.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.AvroRuntimeException;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.codec.json.AvroJson;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Reads a warning from a file, a stream or a topic. */
public final class WarningSource {
    /** No warning is longer than a Kafka record. */
    private static final int LARGEST = 16 << 20;

    private WarningSource() {}

    /** The warning in a file, as JSON or as the bytes of a Kafka record. */
    public static ScamWarning inFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new DeskException(file + " does not exist", e);
        } catch (IOException e) {
            throw new DeskException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The warning in a stream, in the same forms.
     *
     * @param name of the stream, for the message where it holds no warning
     */
    public static ScamWarning in(InputStream in, String name) {
        try {
            return parse(in.readNBytes(LARGEST));
        } catch (IOException e) {
            throw new DeskException(name + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | AvroRuntimeException e) {
            throw new DeskException(name + " holds no warning: " + e.getMessage(), e);
        }
    }

    /** The newest revision of a warning that a topic holds, unless its posting was erased since. */
    public static ScamWarning onTopic(KafkaTopic topic, String warningId) {
        TopicValues<ScamWarning> values = new TopicValues<>(ScamWarning.class);
        AtomicReference<ScamWarning> newest = new AtomicReference<>();
        topic.forEach(record -> {
            if (record.value() == null) {
                // The posting was erased, and with it what was said of it before.
                newest.getAndUpdate(
                        held -> held != null && Arrays.equals(WarningEncoder.key(held), record.key()) ? null : held);
            }
            values.read(record)
                    .filter(warning -> warning.getWarningId().equals(warningId))
                    .ifPresent(warning -> newest.accumulateAndGet(warning, WarningRecords::newer));
        });
        if (newest.get() == null) {
            throw new DeskException("there is no warning " + warningId + " on the topic");
        }
        return newest.get();
    }

    private static ScamWarning parse(byte[] bytes) {
        return SingleObjectEncoding.hasMarker(bytes)
                ? SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known())
                        .decode(bytes)
                : AvroJson.read(new String(bytes, StandardCharsets.UTF_8), ScamWarning.class);
    }
}
