package org.lurewatch.local.hostile;

/**
 * One hostile input.
 *
 * @param number by which it can be made again
 * @param kind what was done to a posting
 * @param bytes the value of a Kafka record, or a file for {@code screen}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record HostileInput(long number, HostileKind kind, byte[] bytes) {

    /** Whether it is a file and no record. */
    boolean isFile() {
        return kind.isFile();
    }
}
