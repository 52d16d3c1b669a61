package org.lurewatch.codec.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Avro record of any schema as a tree under the schema's own names. Times and dates become text, decimal amounts
 * numbers, and bytes text where they are text. What cannot be said in JSON is null.
 *
 * <p>The schema is not ours, and neither are the bytes: a schema that contains itself, or whose values take no bytes, lets
 * a short record describe a tree without end. So depth and the number of values are bounded.
 */
final class AvroTree {
    /** As deep as JSON may be nested. */
    static final int MOST_LEVELS = 32;

    /** Far more than a posting has; less than a second's work. */
    static final int MOST_VALUES = 100_000;

    /** More digits than any amount of money has. */
    private static final int MOST_DECIMAL_BYTES = 32;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final BinaryDecoder in;
    private int values;

    private AvroTree(byte[] bytes, int from) {
        this.in = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null);
    }

    /**
     * The record that begins there and ends with the bytes.
     *
     * @param schema a record's
     * @throws AvroRuntimeException where the bytes do not fit it, or describe more than is read
     */
    static ObjectNode read(Schema schema, byte[] bytes, int from) {
        AvroTree tree = new AvroTree(bytes, from);
        try {
            ObjectNode record = tree.record(schema, 0);
            if (!tree.in.isEnd()) {
                throw new AvroRuntimeException("bytes are left over after the record");
            }
            return record;
        } catch (AvroRuntimeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Avro lets negative lengths through to the JDK, which throws what it likes.
            throw new AvroRuntimeException("the bytes do not fit their schema", e);
        }
    }

    private JsonNode value(Schema schema, int level) throws IOException {
        values++;
        if (values > MOST_VALUES || level > MOST_LEVELS) {
            throw new AvroRuntimeException("the record holds more values, or deeper ones, than are read");
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema, level);
            case ARRAY -> array(schema, level);
            case MAP -> map(schema, level);
            case UNION -> value(schema.getTypes().get(in.readIndex()), level + 1);
            case ENUM -> NODES.textNode(schema.getEnumSymbols().get(in.readEnum()));
            case STRING -> NODES.textNode(in.readString());
            case BYTES -> bytes(schema, array(in.readBytes(null)));
            case FIXED -> {
                byte[] fixed = new byte[schema.getFixedSize()];
                in.readFixed(fixed);
                yield bytes(schema, fixed);
            }
            case INT -> whole(schema.getLogicalType(), in.readInt());
            case LONG -> whole(schema.getLogicalType(), in.readLong());
            case FLOAT -> decimal(in.readFloat());
            case DOUBLE -> decimal(in.readDouble());
            case BOOLEAN -> NODES.booleanNode(in.readBoolean());
            case NULL -> NODES.nullNode();
        };
    }

    private ObjectNode record(Schema schema, int level) throws IOException {
        ObjectNode record = NODES.objectNode();
        for (Schema.Field field : schema.getFields()) {
            record.set(field.name(), value(field.schema(), level + 1));
        }
        return record;
    }

    private ArrayNode array(Schema schema, int level) throws IOException {
        ArrayNode array = NODES.arrayNode();
        for (long block = in.readArrayStart(); block != 0; block = in.arrayNext()) {
            for (long item = 0; item < block; item++) {
                array.add(value(schema.getElementType(), level + 1));
            }
        }
        return array;
    }

    private ObjectNode map(Schema schema, int level) throws IOException {
        ObjectNode map = NODES.objectNode();
        for (long block = in.readMapStart(); block != 0; block = in.mapNext()) {
            for (long entry = 0; entry < block; entry++) {
                map.set(in.readString(), value(schema.getValueType(), level + 1));
            }
        }
        return map;
    }

    private static JsonNode bytes(Schema schema, byte[] bytes) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal amount) {
            boolean isAmount = bytes.length > 0
                    && bytes.length <= MOST_DECIMAL_BYTES
                    && Math.abs((long) amount.getScale()) <= MOST_DECIMAL_BYTES;
            return isAmount
                    ? NODES.numberNode(new BigDecimal(new BigInteger(bytes), amount.getScale()))
                    : NODES.nullNode();
        }
        try {
            return NODES.textNode(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return NODES.nullNode();
        }
    }

    private static JsonNode decimal(double number) {
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
    }

    private static JsonNode whole(@Nullable LogicalType type, long number) {
        if (type == null) {
            return NODES.numberNode(number);
        }
        return switch (type.getName()) {
            case "date" -> NODES.textNode(LocalDate.ofEpochDay(number).toString());
            case "timestamp-millis", "local-timestamp-millis" -> time(number, TimeUnit.MILLISECONDS);
            case "timestamp-micros", "local-timestamp-micros" -> time(number, TimeUnit.MICROSECONDS);
            case "timestamp-nanos", "local-timestamp-nanos" -> time(number, TimeUnit.NANOSECONDS);
            default -> NODES.numberNode(number);
        };
    }

    private static JsonNode time(long number, TimeUnit unit) {
        long each = unit.convert(1, TimeUnit.SECONDS);
        return NODES.textNode(
                Instant.ofEpochSecond(Math.floorDiv(number, each), unit.toNanos(Math.floorMod(number, each)))
                        .toString());
    }

    private static byte[] array(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
