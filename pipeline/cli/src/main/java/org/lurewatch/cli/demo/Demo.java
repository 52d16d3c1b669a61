package org.lurewatch.cli.demo;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.DisplayText;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.kafka.TopicReader;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/** Replays records through the real job, shows what it says of some of them, and adds up. */
final class Demo {
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);

    private final JobConfig config;
    private final List<DemoRecord> records;
    private final LocalJob job;
    private final PrintWriter out;
    private final Terminal terminal;
    private final Showcase showcase;
    private final DemoTally tally;
    private final Settling settling;
    private long firstWarningMillis;
    private List<Long> progress = List.of();
    private long progressNanos;

    /** @param showcase shows the cases among the records */
    Demo(
            JobConfig config,
            List<DemoRecord> records,
            LocalJob job,
            Showcase showcase,
            PrintWriter out,
            Terminal terminal) {
        this.config = config;
        this.records = records;
        this.job = job;
        this.out = out;
        this.terminal = terminal;
        this.showcase = showcase;
        this.tally = new DemoTally(records);
        this.settling = new Settling(job.counters(), records.size());
    }

    /** Runs until every record has come out somewhere, then prints the sum. */
    void run() {
        String servers = config.kafka().bootstrapServers();
        try (Replay replay = new Replay(servers);
                TopicReader<ScamWarning> warnings =
                        new TopicReader<>(servers, config.kafka().topics().warnings(), ScamWarning.class);
                TopicReader<RejectedPosting> rejects =
                        new TopicReader<>(servers, config.kafka().topics().rejects(), RejectedPosting.class)) {
            Future<?> sending = replay.start(config.kafka().topics().postings(), records);
            while (!isComplete(warnings.count(), rejects.count())) {
                for (ScamWarning warning : warnings.poll(PATIENCE)) {
                    noteFirstWarning();
                    tally.add(
                            warning, replay.nanosSince(DemoTally.keyOf(warning)).orElseThrow());
                }
                showcase.showWarnedOf(tally);
                for (RejectedPosting reject : rejects.poll(PATIENCE)) {
                    tally.add(reject);
                }
                requireProgress(sending, warnings.count() + rejects.count());
            }
        }
        showcase.showAll(tally);
        printSum();
    }

    private void noteFirstWarning() {
        if (firstWarningMillis == 0) {
            firstWarningMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        }
    }

    /**
     * Whether every record sent was counted, nothing more comes of what was sent, which may still be on its way to others
     * of its campaign, and every warning and reject counted was read.
     */
    private boolean isComplete(long warningsRead, long rejectsRead) {
        return settling.isOver()
                && sum(FlowCounters.IN) == records.size()
                && job.counters().sum(FlowCounters.OF_IN) == records.size()
                && sum(FlowCounters.WARNED) == job.counters().sum(FlowCounters.OF_WARNED)
                && job.counters().sum(FlowCounters.SENT) == warningsRead
                && sum(FlowCounters.REJECTED) == rejectsRead;
    }

    private void requireProgress(Future<?> sending, long read) {
        job.requireRunning();
        if (sending.isDone()) {
            requireSent(sending);
        }
        List<Long> now = List.of(
                sum(FlowCounters.IN),
                job.counters().sum(FlowCounters.OF_IN),
                job.counters().sum(FlowCounters.SENT),
                read);
        if (!now.equals(progress)) {
            progress = now;
            progressNanos = System.nanoTime();
        }
        if (System.nanoTime() - progressNanos > LONGEST_STANDSTILL.toNanos()) {
            throw new CommandFailure("the demo came to a standstill: " + equation());
        }
    }

    private static void requireSent(Future<?> sending) {
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw new CommandFailure(
                    "the postings could not be sent: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }

    private long sum(String counter) {
        return job.counters().sum(counter);
    }

    private String equation() {
        return String.format(
                Locale.ROOT,
                "%d sent, in %d = warned %d + cleared %d + rejected %d",
                records.size(),
                sum(FlowCounters.IN),
                sum(FlowCounters.WARNED),
                sum(FlowCounters.CLEARED),
                sum(FlowCounters.REJECTED));
    }

    private void printSum() {
        out.println();
        out.println(terminal.bold(equation()));
        out.println("written lures warned of:    " + share(Label.SCAM));
        out.println("honest adverts flagged:     " + share(Label.LEGITIMATE));
        out.println("texts about scams flagged:  " + share(Label.ABOUT_SCAMS));
        for (String sentence : List.of(
                String.format(
                        Locale.ROOT,
                        "Because of related postings, warned of later: %d, revised: %d.",
                        sum(FlowCounters.LATE_WARNINGS),
                        sum(FlowCounters.UPDATED)),
                String.format(
                        Locale.ROOT, "The rejected records are broken on purpose, in %d ways.", tally.rejectReasons()),
                String.format(
                        Locale.ROOT,
                        "Delay: median %d ms, 95 %% within %d ms. First warning: after %.1f s.",
                        tally.latencyMillis(0.5),
                        tally.latencyMillis(0.95),
                        firstWarningMillis / 1e3))) {
            DisplayText.wrap(sentence, terminal.columns(), "").forEach(out::println);
        }
        out.flush();
    }

    private String share(Label label) {
        return tally.warned(label) + " of " + tally.examples(label);
    }
}
