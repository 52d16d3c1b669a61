package org.lurewatch.job.start;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;
import org.lurewatch.schemas.SchemaFolderException;

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
        try {
            // Tasks in this process will find it loaded.
            for (Published bundle : FetchedBundles.firstDeployment(config).published()) {
                FetchedBundles.of(config).load(bundle);
            }
        } catch (BundleException e) {
            problems.addAll(e.problems());
        } catch (UnusableBundleException e) {
            problems.addAll(e.problems());
        }
        try {
            DecoderSupplier.of(config).get();
        } catch (SchemaFolderException e) {
            problems.addAll(e.problems());
        }
        problems.addAll(KafkaTopics.prepare(config));
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }
}
