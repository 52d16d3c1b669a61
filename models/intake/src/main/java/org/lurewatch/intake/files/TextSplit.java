package org.lurewatch.intake.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How plain text is cut into adverts. */
public enum TextSplit {
    /** The look of the text decides. */
    AUTO,
    /** The whole text is one advert. */
    NONE,
    /** Every line is an advert. */
    LINE,
    /** Blank lines stand between adverts. */
    BLANK;

    /** The name that a person types, for example {@code blank}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TextSplit> ofCode(String code) {
        return Arrays.stream(values())
                .filter(split -> split.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
