package org.lurewatch.detection.posting;

/**
 * How much of a hostile record is read.
 *
 * @param maxPostingBytes largest record, in bytes
 * @param maxFieldChars longest text of one field, in UTF-16 units
 */
public record PostingLimits(int maxPostingBytes, int maxFieldChars) {

    /** 1 MiB a posting, 100,000 characters a field. */
    public static final PostingLimits DEFAULT = new PostingLimits(1 << 20, 100_000);

    public PostingLimits {
        if (maxPostingBytes < 1 || maxFieldChars < 1) {
            throw new IllegalArgumentException("limits must be at least 1, but are " + maxPostingBytes + " bytes and "
                    + maxFieldChars + " characters");
        }
    }
}
