package org.lurewatch.intake.postings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.lurewatch.detection.posting.PostingField;

/** Records whose names need no guess. */
final class KnownForms {
    private static final Set<String> NAMES = names();

    private KnownForms() {}

    private static Set<String> names() {
        Set<String> names =
                new HashSet<>(Set.of("identifier", "source", "datePosted", "validThrough", "scrapedAt", "jobLocation"));
        Arrays.stream(PostingField.values())
                .map(field -> field.wireName().split("\\.", 2)[0])
                .forEach(names::add);
        return names;
    }

    /** Whether it is an example in the project's own labelled form. */
    static boolean isExample(ObjectNode record) {
        return record.path("posting").isObject();
    }

    /** Whether it is typed, or all its names are those of schema.org. */
    static boolean isPosting(ObjectNode record) {
        boolean typed = record.has("@type") || record.has("@context") || record.has("@graph");
        boolean known = true;
        for (Iterator<String> names = record.fieldNames(); names.hasNext() && !typed; ) {
            String name = names.next();
            typed = name.startsWith("schema:") || (name.startsWith("http") && name.contains("://schema.org/"));
            known &= NAMES.contains(name) || name.startsWith("@");
        }
        return typed || known;
    }
}
