package org.lurewatch.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;

/** Runs a command as the launcher does. */
public final class CommandRun {
    private CommandRun() {}

    /**
     * Its exit code.
     *
     * @param out holds what it prints, and nothing of a command before
     * @param err the same for errors
     */
    public static int of(Installation installation, StringWriter out, StringWriter err, List<String> arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Lurewatch.commandLine(installation, Terminal.NONE, BundleLoader::load)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(new String[0]));
    }
}
