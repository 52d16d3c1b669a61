package org.lurewatch.detection.warning;

import java.util.Objects;

/** One line of a warning's evidence, as far as it depends on what is known besides the posting. */
public sealed interface Ground permits Ground.Own, Ground.Outside {
    /** What it adds to the log-odds of a scam. */
    double contribution();

    /** Whether the verdict would be a milder one without it. */
    boolean decisive();

    /**
     * A reason that the posting itself gives.
     *
     * @param place its place among the evidence of the posting's own assessment, from 0
     */
    record Own(int place, double contribution, boolean decisive) implements Ground {
        Own asMild() {
            return new Own(place, contribution, false);
        }
    }

    /**
     * What others say of the posting.
     *
     * @param signal a name that stays the same
     * @param text one line for a reader
     * @param source who says it
     */
    record Outside(String signal, String text, double contribution, String source, boolean decisive) implements Ground {
        public Outside {
            Objects.requireNonNull(signal);
            Objects.requireNonNull(text);
            Objects.requireNonNull(source);
        }
    }
}
