package org.lurewatch.cli.control;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;

/** Gives a command about bundles, and waits for what becomes of it. */
final class ControlIssuer {
    private final ControlText text;
    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;

    ControlIssuer(ControlText text, Clock clock, PrintWriter out, PrintWriter err) {
        this.text = text;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** A command that says who gives it, when and why, under a name of its own. */
    ControlCommand.Builder begin(ControlAction action, IssueOptions options) {
        return ControlCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setAction(action)
                .setIssuedBy(options.by())
                .setReason(options.reason())
                .setIssuedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Sends it and tells the answer; returns what the shell is told. */
    int give(ControlCommand command, ControlTopics topics, IssueOptions options) {
        Duration longest = options.longestWait();
        requireSound(command, options);
        // Before it is sent, or its answer might be there already.
        ControlTopics.Since before = topics.now();
        topics.send(command);
        out.println("command " + command.getCommandId() + ": " + text.given(command));
        out.flush();
        if (longest.isZero()) {
            return ExitCode.GOOD;
        }
        Optional<ControlStatus> answer = topics.await(command.getCommandId(), before, longest);
        if (answer.isEmpty()) {
            tellNoAnswer(longest);
            return ExitCode.NO_ANSWER;
        }
        out.println(text.answer(answer.get()));
        out.flush();
        return answer.get().getAccepted() ? ExitCode.GOOD : ExitCode.REFUSED;
    }

    private static void requireSound(ControlCommand command, IssueOptions options) {
        try {
            CommandDecoder.toDomain(command);
        } catch (UnusablePostingException e) {
            throw options.misuse(e.getMessage());
        }
    }

    private void tellNoAnswer(Duration longest) {
        err.println("lurewatch: no answer yet after " + longest.toSeconds()
                + " s. Kafka has the command, and the job carries it out when it reads it: does it run, with"
                + " control.enabled: true?");
        err.println("lurewatch: with exactly-once delivery an answer is seen at the next checkpoint;"
                + " control history tells it then");
        err.flush();
    }
}
