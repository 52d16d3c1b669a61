package org.lurewatch.detection.concepts;

/**
 * One subject that adverts speak of.
 *
 * @param code its name in tables and in evidence
 * @param kind how it may be used
 * @param indicator id of the published indicator that it rests on, or the empty string
 * @param words what it means, in English
 */
public record Concept(String code, Kind kind, String indicator, String words) {

    /** How a concept may be used. */
    public enum Kind {
        /** An everyday subject, which means something only together with others. */
        SUBJECT,
        /** A saying that honest adverts hardly ever hold: it may warn by itself. */
        CARRIES_ALONE,
        /** A saying that points to a lure together with other signs. */
        POINTS,
        /** A saying of honest adverts. */
        PROTECTS
    }

    /** Whether it is a saying, which is a named signal, and not an everyday subject. */
    public boolean isSaying() {
        return kind != Kind.SUBJECT;
    }
}
