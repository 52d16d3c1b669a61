package org.lurewatch.job.start;

import java.nio.file.Path;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;

/** The bundle that the settings name, where commands may name others later. */
final class FirstBundle {
    private FirstBundle() {}

    /**
     * What holds before the first command.
     *
     * @throws BundleException where the bundle's manifest cannot be read
     */
    static Deployment deployment(JobConfig config) {
        return config.detection()
                .bundle()
                .map(FirstBundle::published)
                .map(Deployment::startingWith)
                .orElse(Deployment.NONE);
    }

    /**
     * Loads it as the tasks will, who find it loaded where they run in this process.
     *
     * @throws BundleException where it cannot be read
     * @throws UnusableBundleException where it cannot be used
     */
    static void check(JobConfig config) throws UnusableBundleException {
        for (Published bundle : deployment(config).published()) {
            FetchedBundles.of(config).load(bundle);
        }
    }

    private static Published published(Path folder) {
        BundleId bundle = BundleLoader.identify(folder);
        // Flink's file systems take a path as it stands, without the escapes of a URI.
        String uri = "file://" + folder.toAbsolutePath().normalize();
        return new Published(bundle.digest(), uri, bundle.version());
    }
}
