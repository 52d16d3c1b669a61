package org.lurewatch.detection.deployment;

/**
 * Which postings a canary decides. The answer for one posting is always the same, on every machine and however often it
 * comes.
 */
public final class CanaryChoice {
    private static final int DIGITS = 8;
    private static final double ALL = 0x1p32;

    private CanaryChoice() {}

    /**
     * Whether the canary decides.
     *
     * @param warningId of the posting: hex digits of a SHA-256, so its first 32 bits are spread evenly
     * @param share 0 for none, 1 for all
     */
    public static boolean isCanary(String warningId, double share) {
        return Long.parseLong(warningId.substring(0, DIGITS), 16) < share * ALL;
    }
}
