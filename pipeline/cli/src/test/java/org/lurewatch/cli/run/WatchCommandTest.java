package org.lurewatch.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.job.watch.ClusterJob;
import org.lurewatch.lab.Installation;

/** What {@code ClusterIT} does not show: what cannot be watched. */
class WatchCommandTest {
    private static final URI FLINK = URI.create("http://localhost:8081");
    private static final ClusterJob ONE = new ClusterJob("0a", "postings");
    private static final ClusterJob OTHER = new ClusterJob("0b", "orders");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void theOnlyJobNeedNotBeNamed() {
        assertEquals(ONE, WatchCommand.choose(FLINK, null, List.of(ONE)));
        assertEquals(OTHER, WatchCommand.choose(FLINK, "0b", List.of(ONE, OTHER)));
    }

    @Test
    void severalJobsAreListed() {
        assertEquals(
                "several jobs run at http://localhost:8081; name one with --job:\n  0a  postings\n  0b  orders",
                failure(null, List.of(ONE, OTHER)));
        assertEquals(
                "no job 0c runs at http://localhost:8081, but:\n  0a  postings\n  0b  orders",
                failure("0c", List.of(ONE, OTHER)));
        assertEquals("no job runs at http://localhost:8081", failure("0a", List.of()));
        assertEquals("no job runs at http://localhost:8081", failure(null, List.of()));
    }

    @Test
    void whatCannotBeUsedIsTold() throws IOException {
        String sound = config("{kafka: {bootstrapServers: 'localhost:1'}, detection: {bundle: none}}");
        assertEquals(2, watch("localhost:8081", sound));
        assertTold("localhost:8081 is no address such as http://localhost:8081");

        assertEquals(1, watch("http://localhost:1/", sound));
        assertTold("lurewatch: Flink does not answer at http://localhost:1: ");

        assertEquals(2, watch("http://localhost:1", config("{kafka: {bootstrapServer: 'localhost:1'}}")));
        assertTold("did you mean kafka.bootstrapServers?");
    }

    private static String failure(String job, List<ClusterJob> running) {
        return assertThrows(CommandFailure.class, () -> WatchCommand.choose(FLINK, job, running))
                .getMessage();
    }

    private String config(String yaml) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), yaml).toString();
    }

    private int watch(String flink, String config) {
        return CommandRun.of(
                new Installation(folder),
                new StringWriter(),
                err,
                List.of("watch", "--flink", flink, "--config", config));
    }

    private void assertTold(String words) {
        assertTrue(err.toString().contains(words), err::toString);
    }
}
