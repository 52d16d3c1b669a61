package org.lurewatch.job.resume;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right to run, for a while, kept in a small file that names its owner and when it ends. Stores where two can create
 * the same file at once, or where an ended lease has to be replaced, let the last writer win: so whoever has written reads
 * again after a pause that is longer than a write takes, and only the one who still finds itself has the lease. The clocks
 * of the machines may differ by {@link #TOLERANCE}. See RATIONALE.md, "A second run of a group is refused".
 */
final class Lease {
    /** It is renewed three times in this while. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    static final Duration TOLERANCE = Duration.ofSeconds(5);
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Pattern TEXT = Pattern.compile("owner (\\S{1,200})\nuntil (\\S{1,40})\n");

    private final LeaseFile file;
    private final String owner;
    private final Clock clock;
    private Instant until = Instant.MIN;

    /** @param owner a name that no other process has */
    Lease(LeaseFile file, String owner, Clock clock) {
        this.file = file;
        this.owner = owner;
        this.clock = clock;
    }

    /** What stands in the file. */
    record Held(String owner, Instant until) {
        private String text() {
            return "owner " + owner + "\nuntil " + until + "\n";
        }

        /** What a text says; a broken one belongs to nobody. */
        static Optional<Held> of(String text) {
            Matcher matcher = TEXT.matcher(text);
            try {
                return matcher.matches()
                        ? Optional.of(new Held(matcher.group(1), Instant.parse(matcher.group(2))))
                        : Optional.empty();
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private boolean isOver(Instant now) {
            return until.plus(TOLERANCE).isBefore(now);
        }
    }

    /** Waits, so that a test need not. */
    @FunctionalInterface
    interface Pause {
        void last(Duration duration) throws InterruptedException;
    }

    /** Takes the lease. @return who has it instead, or nothing if it was taken */
    Optional<Held> take(Pause pause) throws IOException, InterruptedException {
        Optional<String> text = file.read();
        Optional<Held> other = text.flatMap(Held::of).filter(held -> !held.isOver(clock.instant()));
        if (other.isPresent()) {
            return other;
        }
        Held own = next();
        if (text.isPresent()) {
            file.replace(own.text());
        } else if (!file.create(own.text())) {
            return Optional.of(holder());
        }
        pause.last(SETTLING);
        Held found = holder();
        if (!found.owner().equals(owner)) {
            return Optional.of(found);
        }
        until = own.until();
        return Optional.empty();
    }

    private Held holder() throws IOException {
        return file.read().flatMap(Held::of).orElseGet(() -> new Held("unknown", clock.instant()));
    }

    private Held next() {
        return new Held(owner, clock.instant().plus(LENGTH));
    }

    /**
     * Renews it.
     *
     * @return whether it still is ours; also true where the store fails for less time than the lease lasts
     */
    boolean renew() {
        if (!clock.instant().isBefore(until)) {
            return false;
        }
        try {
            if (!holder().owner().equals(owner)) {
                return false;
            }
            Held next = next();
            file.replace(next.text());
            until = next.until();
            return true;
        } catch (IOException e) {
            return clock.instant().isBefore(until);
        }
    }

    /** Gives it back, if it still is ours. */
    void giveBack() throws IOException {
        if (holder().owner().equals(owner)) {
            file.delete();
        }
    }
}
