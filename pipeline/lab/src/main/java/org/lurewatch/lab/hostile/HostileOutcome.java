package org.lurewatch.lab.hostile;

import java.util.Optional;
import org.lurewatch.detection.posting.RejectReason;

/**
 * What became of one hostile input.
 *
 * @param name {@code warned}, {@code cleared}, {@code rejected REASON}, or what became of a file
 * @param records how many a file held, as far as it could be read, and at least 1: one that holds none is read all the same
 * @param crash what came out that never should, if anything did
 */
public record HostileOutcome(String name, int records, Optional<Throwable> crash) {
    static final HostileOutcome WARNED = of("warned");
    public static final HostileOutcome CLEARED = of("cleared");
    /** A file whose gzipped data is damaged, or that is no file of records: the command says so and goes on. */
    static final HostileOutcome UNREADABLE_FILE = of("file unreadable");
    /** A file with nothing in it but white space. */
    static final HostileOutcome EMPTY_FILE = of("file empty");

    static HostileOutcome rejected(RejectReason reason) {
        return of("rejected " + reason);
    }

    /** The same, of a file with so many records. */
    HostileOutcome ofRecords(int found) {
        return new HostileOutcome(name, Math.max(1, found), crash);
    }

    static HostileOutcome crashed(Throwable crash) {
        return new HostileOutcome("crashed", 1, Optional.of(crash));
    }

    private static HostileOutcome of(String name) {
        return new HostileOutcome(name, 1, Optional.empty());
    }
}
