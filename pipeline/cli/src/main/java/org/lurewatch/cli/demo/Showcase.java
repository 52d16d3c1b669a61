package org.lurewatch.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.lab.examples.DemoCase;

/** Shows cases one by one, always in the same order, each as soon as it is known what became of it. */
final class Showcase {
    private final Queue<DemoCase> waiting;
    private final CompletableFuture<Map<String, Assessment>> assessments;
    private final PrintWriter out;
    private final CaseText text;

    /** @param assessments of all cases by key, for those that the job does not warn of: it is silent about these */
    Showcase(
            Collection<DemoCase> cases,
            CompletableFuture<Map<String, Assessment>> assessments,
            PrintWriter out,
            Terminal terminal) {
        this.waiting = new ArrayDeque<>(cases);
        this.assessments = assessments;
        this.out = out;
        this.text = new CaseText(terminal);
    }

    /** Shows the next cases up to one of which no warning has come yet. */
    void showWarnedOf(DemoTally tally) {
        while (!waiting.isEmpty()) {
            Optional<CaseOutcome> outcome =
                    tally.firstWarning(waiting.element().key()).map(CaseOutcome::of);
            if (outcome.isEmpty()) {
                return;
            }
            show(waiting.remove(), outcome.get());
        }
    }

    /** Shows all that are left; nothing more comes. */
    void showAll(DemoTally tally) {
        while (!waiting.isEmpty()) {
            DemoCase next = waiting.remove();
            show(
                    next,
                    tally.firstWarning(next.key())
                            .map(CaseOutcome::of)
                            .orElseGet(() -> CaseOutcome.of(assessments.join().get(next.key()))));
        }
    }

    private void show(DemoCase shown, CaseOutcome outcome) {
        text.lines(shown, outcome).forEach(out::println);
        out.flush();
    }
}
