package org.lurewatch.intake.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file can be, for those who know better than a look at it. */
public enum FileKind {
    JSON,
    CSV,
    TSV,
    XLSX,
    HTML,
    WARC,
    XML,
    MBOX,
    EML,
    WHATSAPP,
    MARKDOWN,
    TEXT;

    /** The name that a person types, for example {@code csv}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileKind> ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All codes, for a message about one that is not known. */
    public static String codes() {
        return Arrays.stream(values()).map(FileKind::code).collect(Collectors.joining(", "));
    }
}
