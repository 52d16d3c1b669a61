package org.lurewatch.schemas;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;

/** Goes through a schema and everything inside it. */
final class SchemaWalk {
    private SchemaWalk() {}

    /** Shows every schema inside this one, itself first; each once. */
    static void visit(Schema root, Consumer<Schema> visitor) {
        visit(root, visitor, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void visit(Schema schema, Consumer<Schema> visitor, Set<Schema> seen) {
        if (!seen.add(schema)) {
            return;
        }
        visitor.accept(schema);
        parts(schema).forEach(part -> visit(part, visitor, seen));
    }

    static boolean isNamed(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> true;
            default -> false;
        };
    }

    /** The schemas that this one is made of. */
    static List<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            default -> List.of();
        };
    }
}
