package org.lurewatch.cli.options;

import java.nio.file.Path;
import org.lurewatch.lab.Installation;
import picocli.CommandLine.Option;

/** Which model bundle a command decides by. */
public final class BundleOption {
    @Option(names = "--bundle", paramLabel = "DIR", description = "The model bundle; default is models/baseline.")
    private Path named;

    /** Its folder: the one that was named, or the committed one. */
    public Path folder(Installation installation) {
        return named == null ? installation.baselineBundle() : named;
    }
}
