package org.lurewatch.lab.hostile;

/**
 * One hostile input.
 *
 * @param number by which it can be made again
 * @param kind what was done to a posting
 * @param bytes the value of a Kafka record, or a file for {@code screen}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record HostileInput(long number, HostileKind kind, byte[] bytes) {

    /** Whether it is a file and no record. */
    public boolean isFile() {
        return kind.isFile();
    }
}
