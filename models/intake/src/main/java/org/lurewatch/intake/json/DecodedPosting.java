package org.lurewatch.intake.json;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * A posting that was read.
 *
 * @param posting what was understood
 * @param unknownFields how many fields were ignored because their names are not known here
 * @param unreadFields which known fields held something in which no text was found: wire names of {@link
 *     PostingField}, {@code datePosted} or {@code scrapedAt}
 */
public record DecodedPosting(JobPosting posting, int unknownFields, Set<String> unreadFields) {
    public DecodedPosting {
        Objects.requireNonNull(posting);
        unreadFields = Set.copyOf(unreadFields);
    }

    /** All names that {@code unreadFields} may have. */
    public static List<String> namesOfUnreadFields() {
        return Stream.concat(
                        Arrays.stream(PostingField.values()).map(PostingField::wireName),
                        Stream.of("datePosted", "scrapedAt"))
                .toList();
    }

    /** The same, with another posting in the place of this one. */
    public DecodedPosting withPosting(JobPosting other) {
        return new DecodedPosting(other, unknownFields, unreadFields);
    }
}
