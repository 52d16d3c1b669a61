package org.lurewatch.lab.load;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a run of requests took.
 *
 * @param sent requests
 * @param failed of them, those that were not answered with 200
 * @param total time of each
 * @param own of it, what was not the assessment
 * @param served of that, what the server took by its own clock
 */
public record LoadResult(int sent, int failed, Milliseconds total, Milliseconds own, Milliseconds served) {
    /** Half, nearly all, and all of them took no longer than that. */
    public record Milliseconds(double p50, double p99, double most) {}

    /** Sums up answers. @throws IllegalArgumentException where there are none */
    public static LoadResult of(List<TimedAnswer> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("no request was sent");
        }
        return new LoadResult(
                answers.size(),
                (int) answers.stream().filter(each -> !each.isGood()).count(),
                milliseconds(answers, TimedAnswer::nanos),
                milliseconds(answers, TimedAnswer::ownNanos),
                milliseconds(answers, TimedAnswer::servedNanos));
    }

    private static Milliseconds milliseconds(List<TimedAnswer> answers, ToLongFunction<TimedAnswer> nanos) {
        long[] sorted = answers.stream().mapToLong(nanos).sorted().toArray();
        return new Milliseconds(quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1));
    }

    /** The smallest value that so large a share does not exceed. */
    private static double quantile(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
