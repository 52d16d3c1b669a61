package org.lurewatch.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;

/** What a schema from outside must keep to, so that bytes which claim to follow it can be read safely. */
final class PostingSchemaRules {
    private PostingSchemaRules() {}

    /** What speaks against reading postings written with this schema, if anything does. */
    static Optional<String> problem(Schema writer) {
        if (isRecursive(writer, new HashSet<>())) {
            return Optional.of("a schema that contains itself lets one record nest without end");
        }
        boolean[] weightless = {false};
        SchemaWalk.visit(
                writer,
                schema -> weightless[0] |= schema.getType() == Schema.Type.ARRAY
                        && SchemaWalk.parts(schema).stream().allMatch(PostingSchemaRules::takesNoBytes));
        if (weightless[0]) {
            return Optional.of("a collection of values that take no bytes lets a short record keep the reader busy");
        }
        List<String> conflicts = SchemaCompatibility.checkReaderWriterCompatibility(JobPosting.getClassSchema(), writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .filter(conflict -> !isNameOfTheRecord(conflict))
                .map(conflict -> conflict.getLocation() + " " + conflict.getMessage())
                .toList();
        return conflicts.isEmpty()
                ? Optional.empty()
                : Optional.of("postings written with it cannot be read as org.lurewatch.schemas.JobPosting: "
                        + String.join("; ", conflicts));
    }

    /** A scraper may call the record what it likes: Avro reads a record by its fields. */
    private static boolean isNameOfTheRecord(Incompatibility conflict) {
        return conflict.getType() == SchemaIncompatibilityType.NAME_MISMATCH
                && conflict.getLocation().equals("/name");
    }

    private static boolean isRecursive(Schema schema, Set<String> around) {
        boolean named = SchemaWalk.isNamed(schema);
        if (named && !around.add(schema.getFullName())) {
            return true;
        }
        boolean inside = SchemaWalk.parts(schema).stream().anyMatch(part -> isRecursive(part, around));
        if (named) {
            around.remove(schema.getFullName());
        }
        return inside;
    }

    private static boolean takesNoBytes(Schema schema) {
        return switch (schema.getType()) {
            case NULL -> true;
            case RECORD -> SchemaWalk.parts(schema).stream().allMatch(PostingSchemaRules::takesNoBytes);
            case FIXED -> schema.getFixedSize() == 0;
            default -> false;
        };
    }
}
