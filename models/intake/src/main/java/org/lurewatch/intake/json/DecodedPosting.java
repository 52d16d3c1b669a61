package org.lurewatch.intake.json;

import java.util.Objects;
import org.lurewatch.detection.posting.JobPosting;

/**
 * A posting read from JSON.
 *
 * @param posting what was understood
 * @param unknownFields how many fields were left out because their name is not known here
 */
public record DecodedPosting(JobPosting posting, int unknownFields) {
    public DecodedPosting {
        Objects.requireNonNull(posting);
    }
}
