package org.lurewatch.detection.links;

import java.util.List;
import java.util.Objects;

/**
 * What a posting leaves behind by which others can be linked to it.
 *
 * @param handles its contacts, each once, in reading order, at most {@link #MOST_HANDLES}
 * @param sketch an image of its text
 * @param employer hash of the employer's name; 0 where there is none
 * @param language BCP 47 tag: the language that the posting names, else the script it is written in
 * @param destination country of the job as the posting gives it, or the empty string; for counting alone
 * @param sample the beginning of its prose as comparable text, for templates
 */
public record Footprint(
        List<Handle> handles, TextSketch sketch, long employer, String language, String destination, String sample) {
    /** A bound, so that a hostile posting cannot link everything to everything. */
    public static final int MOST_HANDLES = 8;

    /** Longest sample, in UTF-16 units. */
    public static final int LONGEST_SAMPLE = 1_000;

    /** The footprint of a posting that can be linked to no other. */
    public static final Footprint NONE = new Footprint(List.of(), TextSketch.NONE, 0, "und", "", "");

    public Footprint {
        handles = List.copyOf(handles);
        Objects.requireNonNull(sketch);
        Objects.requireNonNull(language);
        Objects.requireNonNull(destination);
        Objects.requireNonNull(sample);
    }
}
