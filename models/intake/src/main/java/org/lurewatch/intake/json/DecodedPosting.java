package org.lurewatch.intake.json;

import java.util.Objects;
import org.lurewatch.detection.posting.JobPosting;

/**
 * A posting read from JSON.
 *
 * @param posting what was understood
 * @param unknownFields how many fields were ignored because their names are not known here
 */
public record DecodedPosting(JobPosting posting, int unknownFields) {
    public DecodedPosting {
        Objects.requireNonNull(posting);
    }
}
