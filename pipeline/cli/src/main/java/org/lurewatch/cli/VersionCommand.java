package org.lurewatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the versions of what runs. */
@Command(name = "version", description = "Print the versions of Lurewatch and of the Java that runs it.")
final class VersionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        spec.commandLine()
                .getOut()
                .println("lurewatch " + (version == null ? "(not from a jar)" : version) + ", Java "
                        + Runtime.version());
    }
}
