package org.lurewatch.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.files.FileKind;
import org.lurewatch.intake.files.FileOptions;
import org.lurewatch.intake.files.TextSplit;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.web.http.Problem;

/** What a request says that its body is. */
enum BodyKind {
    /** One value of JSON. */
    JSON(Optional.of(FileKind.JSON)),
    /** JSON, one value a line. It is answered in the same form. */
    LINES(Optional.of(FileKind.JSON)),
    /** Anything that files may be, found out by a look at it. */
    ANY(Optional.empty());

    private static final Set<String> LINE_TYPES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private final IntakeOptions options;

    BodyKind(Optional<FileKind> kind) {
        this.options = new IntakeOptions(
                new FileOptions(kind, Optional.empty(), TextSplit.AUTO, Optional.empty()), ColumnOverrides.NONE);
    }

    /** How it is to be read. */
    IntakeOptions options() {
        return options;
    }

    /**
     * The kind that a content type names.
     *
     * @throws Problem where it names what is not read
     */
    static BodyKind of(Optional<String> contentType) {
        String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (LINE_TYPES.contains(type)) {
            return LINES;
        }
        if (type.startsWith("multipart/")) {
            throw new Problem(
                    415,
                    "wrong-content",
                    "Content is not read",
                    "Send the postings themselves, not a form with files.");
        }
        return type.equals("application/json") || type.endsWith("+json") ? JSON : ANY;
    }
}
