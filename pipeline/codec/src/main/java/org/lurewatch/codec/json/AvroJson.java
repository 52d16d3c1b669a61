package org.lurewatch.codec.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Reads an Avro record from JSON as consumers print it: values may be plain or under the name of their type, times may
 * be text or milliseconds, bytes are Base64, fields that have a default may be missing, and unknown fields are ignored.
 */
public final class AvroJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AvroJson() {}

    /**
     * Reads the record.
     *
     * @throws IllegalArgumentException with what is wrong, if the text is not such a record
     */
    public static <T extends SpecificRecordBase> T read(String json, Class<T> type) {
        TrustedClasses.register();
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not valid JSON", e);
        }
        return type.cast(record(root, SpecificData.getForClass(type).getSchema(type), type.getSimpleName()));
    }

    private static @Nullable Object value(JsonNode node, Schema schema, String path) {
        return switch (schema.getType()) {
            case UNION -> union(node, schema, path);
            case RECORD -> record(node, schema, path);
            case ARRAY -> array(node, schema, path);
            case ENUM -> symbol(node, schema, path);
            case STRING -> require(node.isTextual(), node, path, "a text").textValue();
            case BYTES -> bytes(node, path);
            case BOOLEAN ->
                require(node.isBoolean(), node, path, "true or false").booleanValue();
            case DOUBLE -> require(node.isNumber(), node, path, "a number").doubleValue();
            case INT ->
                require(node.isNumber() && node.canConvertToInt(), node, path, "an integer")
                        .intValue();
            case LONG ->
                schema.getLogicalType() == null
                        ? require(node.isNumber() && node.canConvertToLong(), node, path, "an integer")
                                .longValue()
                        : time(node, path);
            default -> throw new IllegalArgumentException(path + " is of a type that is not read: " + schema.getType());
        };
    }

    private static @Nullable Object union(JsonNode node, Schema schema, String path) {
        if (node.isNull()) {
            return null;
        }
        Schema branch = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
        boolean isUnderItsName = node.isObject() && node.size() == 1 && node.has(branch.getFullName());
        return value(isUnderItsName ? node.get(branch.getFullName()) : node, branch, path);
    }

    private static IndexedRecord record(JsonNode node, Schema schema, String path) {
        require(node.isObject(), node, path, "an object");
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            if (value == null && !field.hasDefaultValue()) {
                throw new IllegalArgumentException(path + " has no " + field.name());
            }
            record.put(
                    field.pos(),
                    value == null
                            ? SpecificData.get().getDefaultValue(field)
                            : value(value, field.schema(), path + "." + field.name()));
        }
        return record;
    }

    private static List<@Nullable Object> array(JsonNode node, Schema schema, String path) {
        require(node.isArray(), node, path, "a list");
        List<@Nullable Object> values = new ArrayList<>();
        node.forEach(each -> values.add(value(each, schema.getElementType(), path)));
        return values;
    }

    private static ByteBuffer bytes(JsonNode node, String path) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder()
                    .decode(require(node.isTextual(), node, path, "Base64").textValue()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + " must be Base64", e);
        }
    }

    private static Object symbol(JsonNode node, Schema schema, String path) {
        String symbol = require(node.isTextual(), node, path, "a text").textValue();
        return SpecificData.get().createEnum(schema.hasEnumSymbol(symbol) ? symbol : schema.getEnumDefault(), schema);
    }

    private static Instant time(JsonNode node, String path) {
        try {
            return node.isNumber() ? Instant.ofEpochMilli(node.longValue()) : Instant.parse(node.asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(path + " is no time", e);
        }
    }

    private static JsonNode require(boolean holds, JsonNode node, String path, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(path + " must be " + expected);
        }
        return node;
    }
}
