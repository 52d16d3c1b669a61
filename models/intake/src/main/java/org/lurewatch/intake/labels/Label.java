package org.lurewatch.intake.labels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person said of an example. */
public enum Label {
    SCAM,
    LEGITIMATE,
    ABOUT_SCAMS,
    UNLABELLED;

    /** The code on the wire, for example {@code about-scams}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The label with this code, if there is one. */
    public static Optional<Label> ofCode(String code) {
        return Arrays.stream(values())
                .filter(label -> label.code().equals(code))
                .findFirst();
    }
}
