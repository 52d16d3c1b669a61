package org.lurewatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.requests.HostileRequestKind;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.http.RequestLimits;

/** Some of the requests of {@code bench hostile-requests}. */
class HostileRequestsIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final int REQUESTS = 300;
    private static final int MOST_THREADS = 64;

    @Test
    void allAreAnsweredWithoutAFailureAndNothingIsLeftBehind() throws Exception {
        try (LocalConsole console =
                LocalConsole.start(HOME.baselineBundle(), WebSettings.local(0), limits(), "500ms", Clock.systemUTC())) {
            HostileConsole.Standing standing = HostileConsole.stand(
                    console, HostileConsole.bench(console, HOME.writtenExamples(), 3), REQUESTS, done -> {});

            assertThat(standing.results().wrong()).isEmpty();
            assertThat(standing.results().answers().keySet()).containsExactly(HostileRequestKind.values());
            assertThat(standing.results().answers().values().stream()
                            .map(Map::values)
                            .mapToInt(counts ->
                                    counts.stream().mapToInt(Integer::intValue).sum())
                            .sum())
                    .isEqualTo(REQUESTS);
            assertThat(standing.ready()).isTrue();
            assertThat(standing.threadsAfter()).isLessThanOrEqualTo(standing.threadsBefore() + MOST_THREADS);
        }
    }

    /** So that those that are slow take seconds. */
    private static RequestLimits limits() {
        RequestLimits limits = HostileConsole.limits(RequestLimits.DEFAULT);
        return new RequestLimits(
                limits.mostBytes(),
                limits.mostHeaderBytes(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofSeconds(4),
                limits.mostConnections(),
                limits.threads(),
                limits.requestsPerSecond(),
                limits.burst(),
                limits.mostAtOnce(),
                limits.mostWaiting(),
                limits.longestWait());
    }
}
