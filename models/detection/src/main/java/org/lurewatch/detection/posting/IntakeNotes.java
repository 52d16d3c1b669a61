package org.lurewatch.detection.posting;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader of the result must know of how a posting was taken in.
 *
 * @param identifierFrom what stands in for a missing identifier: the name of the property it was taken from ({@code
 *     "@id"}, {@code "job_id"}, {@code "url"}), {@code "key"} for the key of its record, {@code "digest"} for a digest of
 *     its source, URL, title and text, or {@code "identifier"} for a digest of an identifier that is too long; empty
 *     where the posting has an identifier
 * @param truncatedFields names of the fields that were longer than allowed and were cut, in alphabetical order
 * @param textDamaged whether some of its text cannot be read, because it was decoded wrongly before it came here
 */
public record IntakeNotes(String identifierFrom, Set<String> truncatedFields, boolean textDamaged) {
    /** Of a posting that was taken in as it is. */
    public static final IntakeNotes NONE = new IntakeNotes("", Set.of(), false);

    public IntakeNotes {
        Objects.requireNonNull(identifierFrom);
        truncatedFields = Collections.unmodifiableSet(new TreeSet<>(truncatedFields));
    }

    /** The same, with another origin of the identifier. */
    public IntakeNotes withIdentifierFrom(String origin) {
        return new IntakeNotes(origin, truncatedFields, textDamaged);
    }
}
