package org.lurewatch.cli.erase;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.KafkaOptions;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.erase.PostingEraser;
import org.lurewatch.detection.posting.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has a posting forgotten. */
@Command(
        name = "erase",
        description = "Have the running job forget a posting, and remove what it wrote of it.",
        footer = {
            "",
            "The job forgets the posting, its links and its part in campaigns, tells of its",
            "campaign anew, and removes its warnings. Sent again later, it is a posting like",
            "any other. What Lurewatch cannot reach is listed."
        })
public final class EraseCommand implements Callable<Integer> {
    private static final int LONGEST = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka;

    @Option(names = "--posting", required = true, paramLabel = "SOURCE/ID", description = "The posting.")
    private String posting;

    @Option(
            names = "--postings-topic",
            paramLabel = "TOPIC",
            defaultValue = "postings",
            description = "Default ${DEFAULT-VALUE}.")
    private String postings;

    @Option(
            names = "--warnings-topic",
            paramLabel = "TOPIC",
            defaultValue = "warnings",
            description = "Default ${DEFAULT-VALUE}.")
    private String warnings;

    @Override
    public Integer call() {
        int slash = posting.indexOf('/');
        if (slash < 0 || slash == posting.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(), "--posting is SOURCE/ID; a posting without a source is /ID");
        }
        PostingEraser eraser = new PostingEraser(kafka.clientSettings());
        eraser.erase(postings, posting.substring(0, slash), posting.substring(slash + 1));
        PrintWriter out = spec.commandLine().getOut();
        out.println(TerminalText.escape(posting, LONGEST)
                + ": the running job forgets it at once, and removes its warnings at its next checkpoint");
        for (String topic : eraser.notCompacted(List.of(warnings))) {
            out.println(
                    "Topic " + topic + " is not compacted, so what was written before stays until it is too old. Set:");
            out.println("  kafka-configs.sh --bootstrap-server " + kafka.bootstrapServers()
                    + " --alter --entity-type topics --entity-name " + topic
                    + " --add-config cleanup.policy=[compact,delete]");
        }
        out.println("Lurewatch cannot reach these; see to them yourself:");
        out.println("  - topic " + postings + ", which still holds the posting, and whatever feeds it;");
        out.println("    a sweep over that span would find it again");
        out.println("  - the topics of rejects, reviews and shadow scores, until their records are too old");
        out.println("  - checkpoints and savepoints that were taken before, and the logs of your consumers");
        out.println("  - files that were exported, and bundles trained on them");
        out.flush();
        return ExitCode.GOOD;
    }
}
