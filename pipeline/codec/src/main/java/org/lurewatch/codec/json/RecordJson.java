package org.lurewatch.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.lurewatch.codec.ByteArrays;

/**
 * Writes an Avro record as one line of plain JSON, as {@link AvroJson} reads it: properties in the schema's order, values
 * without the name of their type, times as text, bytes in Base64. Names and escapes are those of {@link AssessmentJson}, so that a warning
 * reads as the assessment that it is.
 */
public final class RecordJson {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().characterEscapes(new TerminalSafeEscapes()).build();

    private RecordJson() {}

    /**
     * The line, without a line break at the end.
     *
     * @throws IllegalArgumentException where the record holds a value of a type that no topic for readers has
     */
    public static String line(IndexedRecord record) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            write(record, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return line.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof IndexedRecord record) {
            json.writeStartObject();
            for (Schema.Field field : record.getSchema().getFields()) {
                json.writeFieldName(field.name());
                write(record.get(field.pos()), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> values) {
            json.writeStartArray();
            for (Object each : values) {
                write(each, json);
            }
            json.writeEndArray();
        } else if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Instant) {
            json.writeString(value.toString());
        } else if (value instanceof ByteBuffer bytes) {
            json.writeString(Base64.getEncoder().encodeToString(ByteArrays.of(bytes)));
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be written as JSON");
        }
    }
}
