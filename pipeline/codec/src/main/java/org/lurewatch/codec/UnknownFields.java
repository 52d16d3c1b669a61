package org.lurewatch.codec;

import java.util.Optional;
import org.apache.avro.Schema;

/** Counts the fields that a writer sends and a reader ignores. */
final class UnknownFields {
    private UnknownFields() {}

    /** The number of fields in the writer's record, including nested ones, that the reader's record lacks. */
    static int count(Schema writer, Schema reader) {
        int count = 0;
        for (Schema.Field written : writer.getFields()) {
            Schema.Field read = reader.getField(written.name());
            if (read == null) {
                count++;
                continue;
            }
            Optional<Schema> inner = record(written.schema());
            Optional<Schema> innerReader = record(read.schema());
            if (inner.isPresent() && innerReader.isPresent()) {
                count += count(inner.get(), innerReader.get());
            }
        }
        return count;
    }

    private static Optional<Schema> record(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .findFirst()
                : Optional.of(schema).filter(type -> type.getType() == Schema.Type.RECORD);
    }
}
