package org.lurewatch.job.operators.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.CanaryChoice;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.DeploymentRule;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loaded bundles of one task, as the deployment names them. For one thread. */
final class BundlesAtWork {
    private static final Logger LOG = LoggerFactory.getLogger(BundlesAtWork.class);

    private final BundleStore store;
    private Deployment deployment = Deployment.NONE;
    private Detector champion;
    private Detector shadow;
    private Detector canary;

    private BundlesAtWork(BundleStore store) {
        this.store = store;
    }

    /** Those of a task that waits for the first. */
    static BundlesAtWork none(BundleStore store) {
        return new BundlesAtWork(store);
    }

    /**
     * Loads the bundles of a task that starts.
     *
     * @throws IllegalStateException if the deployment has a champion and neither it nor an earlier one can be loaded:
     *     Flink restarts the job, and the file system may answer then
     */
    static BundlesAtWork start(BundleStore store, Deployment deployment) {
        BundlesAtWork bundles = new BundlesAtWork(store);
        List<String> troubles = bundles.deploy(deployment);
        if (deployment.hasChampion() && !bundles.isReady()) {
            throw new IllegalStateException(String.join("; ", troubles));
        }
        troubles.forEach(LOG::warn);
        return bundles;
    }

    /**
     * Loads the bundles of a deployment, which applies from the next posting on. If the champion cannot be loaded, the
     * bundle that decided so far continues or, if there is none, an earlier champion decides. Without either, nothing is
     * loaded.
     *
     * @return one sentence for each thing that could not be done
     */
    List<String> deploy(Deployment next) {
        List<String> troubles = new ArrayList<>();
        deployment = next;
        champion = champion(next, troubles);
        if (champion == null) {
            shadow = null;
            canary = null;
            return troubles;
        }
        shadow = load(next, next.shadow(), troubles).orElse(null);
        canary = load(next, next.canary(), troubles).orElse(null);
        return troubles;
    }

    Deployment deployment() {
        return deployment;
    }

    /** Whether a posting can be decided. */
    boolean isReady() {
        return champion != null;
    }

    /**
     * Whether the canary decides a posting, rather than the champion.
     *
     * @param warningId that of the posting; computed only if there is a canary
     */
    boolean isForCanary(Supplier<String> warningId) {
        return canary != null && CanaryChoice.isCanary(warningId.get(), deployment.canaryShare());
    }

    Detector champion() {
        return champion;
    }

    Detector canary() {
        return canary;
    }

    Optional<Detector> shadow() {
        return Optional.ofNullable(shadow);
    }

    private Detector champion(Deployment next, List<String> troubles) {
        if (!next.hasChampion()) {
            return null;
        }
        Optional<Detector> wanted = load(next, next.champion(), troubles);
        if (wanted.isPresent() || champion != null) {
            return wanted.orElse(champion);
        }
        return next.earlier().stream()
                .flatMap(digest -> load(next, digest, troubles).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<Detector> load(Deployment next, String digest, List<String> troubles) {
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        Published bundle = next.find(digest).orElseThrow();
        if (!bundle.isUsable()) {
            troubles.add(bundle.mismatch());
            return Optional.empty();
        }
        try {
            return Optional.of(store.load(bundle));
        } catch (UnusableBundleException e) {
            troubles.add(DeploymentRule.name(digest) + " cannot be used here: " + e.getMessage());
            return Optional.empty();
        }
    }
}
