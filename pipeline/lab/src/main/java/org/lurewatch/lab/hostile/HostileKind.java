package org.lurewatch.lab.hostile;

import java.util.Locale;

/** What is done to a posting. */
public enum HostileKind {
    UNTOUCHED,
    NOISE,
    AVRO_FLIPPED,
    AVRO_TRUNCATED,
    AVRO_STRAY_BYTES,
    AVRO_WRONG_FINGERPRINT,
    AVRO_WRONG_MAGIC,
    AVRO_WRONG_LENGTH,
    AVRO_WRONG_UNION_INDEX,
    JSON_FLIPPED,
    JSON_TRUNCATED,
    JSON_STRAY_BYTES,
    JSON_DEEP,
    JSON_DUPLICATE_KEYS,
    JSON_WRONG_TYPES,
    INVALID_UTF8,
    NUMBERS_OUT_OF_RANGE,
    DATES_OUT_OF_RANGE,
    FIELDS_LOST,
    GZIP_AS_RECORD,
    GZIP_BOMB_AS_FILE,
    /** At the limits of a field and of a record, and one beyond. */
    GIANT,
    SINGLE_SURROGATES(HostileText::singleSurrogates),
    ANY_CHARACTERS(HostileText::anyCharacters),
    BIDI_AND_CONTROLS(HostileText::bidiAndControls),
    ZERO_WIDTH(HostileText::zeroWidth),
    COMBINING_MARKS(HostileText::combiningMarks),
    RUNS(HostileText::runs),
    MIXED_RUNS(HostileText::mixedRuns),
    ONE_WORD(HostileText::oneWord),
    MANY_WORDS(HostileText::manyWords),
    REPEATED_PHRASE(HostileText::repeatedPhrase),
    HTML_ENTITIES(HostileText::entities),
    HTML_DEEP_TAGS(HostileText::deepTags),
    HTML_UNCLOSED_TAGS(HostileText::unclosedTags),
    HTML_ATTRIBUTES(HostileText::attributes);

    private final HostileText.Maker text;

    HostileKind() {
        this(null);
    }

    HostileKind(HostileText.Maker text) {
        this.text = text;
    }

    /** Makes the text that one of the posting's fields is given; null where the posting is broken otherwise. */
    HostileText.Maker text() {
        return text;
    }

    /** Whether it makes a file for {@code screen} and no record. */
    boolean isFile() {
        return this == GZIP_BOMB_AS_FILE;
    }

    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
