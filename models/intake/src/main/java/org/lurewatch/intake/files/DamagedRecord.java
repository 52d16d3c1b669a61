package org.lurewatch.intake.files;

import java.util.Objects;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * One record of a file that cannot be read; the records before and after it can.
 *
 * @param place where a person finds it
 * @param problem why it cannot be read
 */
public record DamagedRecord(String place, UnusablePostingException problem) implements FileEntry {
    public DamagedRecord {
        Objects.requireNonNull(place);
        Objects.requireNonNull(problem);
    }
}
