package org.lurewatch.desk.rejects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.schemas.RejectedPosting;

/**
 * A reject as one line of JSON, in ASCII so that it harms no terminal. A value that is text stands in {@code value},
 * another in {@code valueBase64}; so with the key. What was mended in such lines {@link MendedFile} reads.
 */
public final class RejectJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RejectJson() {}

    /** The line, without its end. */
    public static String line(StoredReject stored, boolean sentBack) {
        RejectedPosting reject = stored.reject();
        byte[] value = ByteArrays.of(reject.getValue());
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("reason", reject.getReason().name());
            json.writeStringField("detail", reject.getDetail());
            json.writeStringField("topic", reject.getTopic());
            json.writeNumberField("partition", reject.getPartition());
            json.writeNumberField("offset", reject.getOffset());
            json.writeStringField(
                    "timestamp",
                    reject.getTimestamp() == null ? null : reject.getTimestamp().toString());
            json.writeStringField(
                    "rejectedAt", Instant.ofEpochMilli(stored.sentAtMillis()).toString());
            json.writeBooleanField("sentBack", sentBack);
            json.writeNumberField("keySize", reject.getKeySize());
            json.writeNumberField("valueSize", reject.getValueSize());
            json.writeBooleanField("whole", value == null || value.length == reject.getValueSize());
            write(json, "key", ByteArrays.of(reject.getKey()));
            write(json, "value", value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return line.toString();
    }

    private static void write(JsonGenerator json, String name, byte[] bytes) throws IOException {
        if (bytes == null) {
            json.writeNullField(name);
            return;
        }
        Optional<String> text = RejectBytes.text(bytes);
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeBinaryField(name + "Base64", bytes);
        }
    }
}
