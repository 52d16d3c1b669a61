package org.lurewatch.job.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;
import org.lurewatch.schemas.SchemaFolderException;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Checks everything that the job needs before it is submitted, so that a mistake is reported at once and not by a task.
 * See RATIONALE.md, "The bundle is loaded at submission and on every machine".
 */
final class StartChecks {
    private StartChecks() {}

    /**
     * Returns if everything is there.
     *
     * @param flink the settings that the job will run with, including those of the cluster
     */
    static void check(JobConfig config, ReadableConfig flink) throws StartException {
        List<String> problems = new ArrayList<>();
        boolean remembers = config.campaigns().enabled() || config.control().enabled();
        if (remembers
                && flink.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty()) {
            problems.add("checkpoint.directory is needed, here or in the cluster's own settings, where campaigns or"
                    + " control are enabled: without it Flink keeps checkpoints in memory, no more than some megabytes,"
                    + " and then restarts the job for ever");
        }
        problems.addAll(bundleProblems(config));
        try {
            WriterSchemas known = WriterSchemas.known();
            config.extraSchemas().ifPresent(known::withPostingSchemasOf);
        } catch (SchemaFolderException e) {
            problems.addAll(e.problems());
        }
        problems.addAll(Registries.prepare(config));
        problems.addAll(KafkaTopics.prepare(config));
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }

    /** What is wrong with the bundles that the settings name. */
    static List<String> bundleProblems(JobConfig config) {
        boolean control = config.control().enabled();
        List<String> problems = new ArrayList<>();
        // With control the job starts all the same, and postings wait for a bundle that is published.
        config.detection()
                .bundle()
                .ifPresent(folder -> problems.addAll(problems("detection.bundle", folder, control, config)));
        config.detection()
                .successor()
                .filter(folder -> control)
                .ifPresent(folder -> problems.addAll(problems("detection.successor", folder, false, config)));
        return problems;
    }

    /**
     * What is wrong with a bundle.
     *
     * @param setting that names it
     * @param mayBeOutdated whether it may be of another version of Lurewatch
     */
    private static List<String> problems(String setting, Path folder, boolean mayBeOutdated, JobConfig config) {
        try {
            for (Published bundle : FetchedBundles.deploymentOf(folder).published()) {
                if (bundle.isUsable()) {
                    // Tasks in this process will find it loaded.
                    FetchedBundles.of(config).load(bundle);
                } else if (!mayBeOutdated) {
                    return List.of(setting + ": the bundle in " + folder + " "
                            + bundle.made().mismatch() + ": name one of this version, or train it again");
                }
            }
            return List.of();
        } catch (BundleException e) {
            return e.problems();
        } catch (UnusableBundleException e) {
            return e.problems();
        }
    }
}
