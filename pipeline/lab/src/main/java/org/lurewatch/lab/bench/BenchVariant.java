package org.lurewatch.lab.bench;

import java.util.Locale;

/**
 * One way to run the measured postings through broker and cluster.
 *
 * @param kind what the job does
 * @param exactlyOnce whether Kafka transactions are used
 * @param parallelism tasks side by side
 */
public record BenchVariant(Kind kind, boolean exactlyOnce, int parallelism) {

    /** What runs. */
    public enum Kind {
        /** Copies the bytes from topic to topic. */
        PASS_THROUGH,
        /** Judges each posting by itself. */
        STATELESS,
        /** Remembers postings, campaigns and trends. */
        REMEMBERING;

        public String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public String delivery() {
        return exactlyOnce ? "exactly-once" : "at-least-once";
    }

    /** A name that topics and consumer groups may have. */
    String id() {
        return kind.spelling() + "-" + delivery() + "-" + parallelism;
    }
}
