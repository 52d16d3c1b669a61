package org.lurewatch.cli.control;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.control.CommandIssuer;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;

/** Gives a command about bundles, and prints the job's answer. */
final class ControlIssuer {
    private final ControlText text;
    private final CommandIssuer issuer;
    private final PrintWriter out;
    private final PrintWriter err;

    ControlIssuer(ControlText text, CommandIssuer issuer, PrintWriter out, PrintWriter err) {
        this.text = text;
        this.issuer = issuer;
        this.out = out;
        this.err = err;
    }

    /** Begins a command, with what the options say. */
    ControlCommand.Builder begin(ControlAction action, IssueOptions options) {
        return issuer.begin(action, options.by(), options.reason());
    }

    /** Sends it and prints the answer; returns the exit code. */
    int give(ControlCommand command, IssueOptions options) {
        Duration longest = options.longestWait();
        CommandIssuer.Issued issued = issue(command, options);
        out.println("command " + command.getCommandId() + ": " + text.given(command));
        out.flush();
        if (longest.isZero()) {
            return ExitCode.GOOD;
        }
        Optional<ControlStatus> answer = issuer.answerTo(issued, longest);
        if (answer.isEmpty()) {
            printNoAnswer(longest);
            return ExitCode.NO_ANSWER;
        }
        out.println(text.answer(answer.get()));
        out.flush();
        return answer.get().getAccepted() ? ExitCode.GOOD : ExitCode.REFUSED;
    }

    private CommandIssuer.Issued issue(ControlCommand command, IssueOptions options) {
        try {
            return issuer.issue(command);
        } catch (UnusablePostingException e) {
            throw options.misuse(e.getMessage());
        }
    }

    private void printNoAnswer(Duration longest) {
        err.println("lurewatch: no answer yet after " + longest.toSeconds()
                + " s. Kafka has the command, and the job carries it out when it reads it: does it run, with"
                + " control.enabled: true?");
        err.println("lurewatch: with exactly-once delivery an answer comes with the next checkpoint;"
                + " control history shows it then");
        err.flush();
    }
}
