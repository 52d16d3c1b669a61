package org.lurewatch.cli.review;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups what is done with all reviews. */
@Command(name = "reviews", description = "Works with what reviewers said.", synopsisSubcommandLabel = "COMMAND")
public final class ReviewsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done with the reviews?");
    }
}
