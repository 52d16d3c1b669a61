package org.lurewatch.codec;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** The path to one field of a nested Avro record, such as {@code jobLocation.address.addressCountry}. */
record FieldPath(List<Schema.Field> steps) {

    FieldPath {
        steps = List.copyOf(steps);
    }

    /** The path in a schema that a dotted name stands for. */
    static FieldPath of(Schema root, String dottedName) {
        Schema schema = root;
        List<Schema.Field> steps = new ArrayList<>();
        for (String name : dottedName.split("\\.", -1)) {
            Schema.Field field = schema.getField(name);
            if (field == null) {
                throw new IllegalArgumentException(root.getName() + " has no field " + dottedName);
            }
            steps.add(field);
            schema = recordIn(field.schema());
        }
        return new FieldPath(steps);
    }

    /** The value at the end of the path, or null if a record on the way is missing. */
    @Nullable
    Object get(IndexedRecord root) {
        @Nullable Object value = root;
        for (Schema.Field step : steps) {
            if (value == null) {
                return null;
            }
            value = ((IndexedRecord) value).get(step.pos());
        }
        return value;
    }

    /** Sets the value at the end of the path and creates the records on the way. */
    void put(IndexedRecord root, Object value) {
        IndexedRecord record = root;
        for (Schema.Field step : steps.subList(0, steps.size() - 1)) {
            if (record.get(step.pos()) == null) {
                record.put(step.pos(), SpecificData.get().newRecord(null, recordIn(step.schema())));
            }
            record = (IndexedRecord) record.get(step.pos());
        }
        record.put(steps.get(steps.size() - 1).pos(), value);
    }

    private static Schema recordIn(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .findFirst()
                        .orElse(schema)
                : schema;
    }
}
