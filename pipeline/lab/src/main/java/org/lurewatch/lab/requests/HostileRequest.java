package org.lurewatch.lab.requests;

import java.util.Arrays;

/**
 * One hostile request.
 *
 * @param number by which it can be made again
 * @param kind what is wrong with it
 * @param bytes as they go over the wire
 * @param quick how many of them are sent at once; the others drip, one now and then
 * @param ends whether the sender says that there is no more to come, once all is sent
 * @param mark stands in it, and must stand in no page that answers it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
public record HostileRequest(long number, HostileRequestKind kind, byte[] bytes, int quick, boolean ends, String mark) {
    static HostileRequest quick(long number, HostileRequestKind kind, byte[] bytes, String mark) {
        return new HostileRequest(number, kind, bytes, bytes.length, true, mark);
    }

    /** Cut off behind so many bytes. */
    HostileRequest cutOff(int length) {
        return new HostileRequest(number, kind, Arrays.copyOf(bytes, length), length, ends, mark);
    }
}
