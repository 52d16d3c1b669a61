package org.lurewatch.detection.facts.terms;

import java.util.List;
import java.util.Objects;
import org.lurewatch.detection.facts.words.Marks;

/**
 * What a posting says about travel, visa and papers. Honest employers abroad say such things too.
 *
 * @param kind what is arranged or asked for
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record Arrangement(Kind kind, int start, int end) {

    /** What is arranged or asked for. */
    public enum Kind {
        /** The flight is paid or booked for the applicant. */
        TRAVEL_PROVIDED,
        /** The visa or work permit is arranged for the applicant. */
        VISA_HANDLED,
        /** The applicant is to send, show or hand over a passport or other proof of who they are. */
        DOCUMENTS_ASKED
    }

    public Arrangement {
        Objects.requireNonNull(kind, "kind");
    }

    /** The arrangements of a comparable text, in reading order. */
    public static List<Arrangement> read(Marks marks) {
        return ArrangementReader.read(marks);
    }
}
