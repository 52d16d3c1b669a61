package org.lurewatch.cli.serve;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.http.RequestLimits;

/** The console with a broker, the job and written adverts in one JVM. All that it keeps goes when it ends. */
final class DemoServer {
    private DemoServer() {}

    /** Runs until it is interrupted. @param say receives what to tell the person */
    static int run(Installation installation, Path bundle, WebSettings settings, Clock clock, Consumer<String> say)
            throws Exception {
        say.accept("Starting a Kafka broker, a Flink mini-cluster and the model in this JVM ...");
        try (LocalConsole console = LocalConsole.start(bundle, settings, RequestLimits.DEFAULT, "500ms", clock)) {
            KafkaConfig kafka = console.config().kafka();
            try (Replay replay = new Replay(kafka.bootstrapServers())) {
                List<DemoRecord> records = DemoRecords.read(installation.writtenExamples());
                say.accept("Serving at " + ServeCommand.addressOf(settings, console.port()) + "/warnings");
                say.accept("The job runs. Sending " + records.size() + " records to it: adverts that were written for"
                        + " this project, none of them real, and some that are broken. Ctrl-C ends all.");
                Future<?> sending = replay.start(kafka.topics().postings(), records);
                sending.get();
                new CountDownLatch(1).await();
            }
        }
        return ExitCode.GOOD;
    }
}
