package org.lurewatch.lab.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of one request.
 *
 * @param status 0 where no answer came
 * @param nanos from the time at which it was to be sent until its answer was there
 * @param assessNanos of them, those of the assessment, as the server says; 0 where it does not say
 * @param servedNanos of them, what else the server took from the request's headers to its answer, as it says itself; 0 where
 *     it does not say
 */
public record TimedAnswer(int status, long nanos, long assessNanos, long servedNanos) {
    /** Whether the answer is the one that was asked for. */
    public boolean isGood() {
        return status == 200;
    }

    /** What was not the assessment: the server's own work, the way there and back, and all waiting. */
    public long ownNanos() {
        return nanos - assessNanos;
    }

    /** Writes one a line. */
    public static void write(List<TimedAnswer> answers, Path file) throws IOException {
        Files.write(
                file,
                answers.stream()
                        .map(each -> each.status + "," + each.nanos + "," + each.assessNanos + "," + each.servedNanos)
                        .toList());
    }

    /** Reads what was written. */
    public static List<TimedAnswer> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(TimedAnswer::parsed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TimedAnswer parsed(String line) {
        String[] parts = line.split(",");
        return new TimedAnswer(
                Integer.parseInt(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }
}
