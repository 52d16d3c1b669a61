package org.lurewatch.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.deployment.AlarmCount;
import org.lurewatch.detection.deployment.Comparison;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.deployment.Watch;
import org.lurewatch.schemas.BundleTally;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.PublishedBundle;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WatchState;

/** Deployments and the watch over them, converted between Avro and the domain's types. */
public final class DeploymentRecords {
    static {
        TrustedClasses.register();
    }

    private DeploymentRecords() {}

    /** A deployment for sending and for the state. */
    public static DeploymentRecord toAvro(Deployment deployment) {
        return new DeploymentRecord(
                deployment.revision(),
                deployment.published().stream()
                        .map(each -> new PublishedBundle(
                                each.digest(),
                                each.uri(),
                                each.version(),
                                each.made().format(),
                                each.made().features()))
                        .toList(),
                deployment.champion(),
                deployment.earlier(),
                deployment.shadow(),
                deployment.canary(),
                deployment.canaryShare());
    }

    /** A deployment as it was sent, or from the state. */
    public static Deployment toDomain(DeploymentRecord sent) {
        return new Deployment(
                sent.getRevision(),
                sent.getPublished().stream()
                        .map(each -> new Published(
                                each.getDigest(),
                                each.getUri(),
                                each.getVersion(),
                                new BundleVersion(each.getFormat(), each.getFeatures())))
                        .toList(),
                sent.getChampion(),
                sent.getEarlier(),
                sent.getShadow(),
                sent.getCanary(),
                sent.getCanaryShare());
    }

    /** What the watch remembers, for its state. */
    public static WatchState toAvro(Watch watch) {
        List<BundleTally> decided = new ArrayList<>();
        new TreeMap<>(watch.decided()).forEach((bundle, languages) -> new TreeMap<>(languages)
                .forEach((language, count) -> decided.add(BundleTally.newBuilder()
                        .setBundle(bundle)
                        .setLanguage(language)
                        .setPostings(count.postings())
                        .setWarned(count.warned())
                        .build())));
        List<BundleTally> compared = new ArrayList<>();
        new TreeMap<>(watch.compared())
                .forEach((language, count) -> compared.add(BundleTally.newBuilder()
                        .setBundle(watch.deployment().champion())
                        .setShadow(watch.deployment().shadow())
                        .setLanguage(language)
                        .setPostings(count.postings())
                        .setOnlyChampion(count.onlyChampion())
                        .setOnlyShadow(count.onlyShadow())
                        .build()));
        return new WatchState(toAvro(watch.deployment()), decided, compared, watch.onTrial(), watch.vetoed());
    }

    /** What the watch remembers, from its state. */
    public static Watch toDomain(WatchState state) {
        Map<String, Map<String, AlarmCount>> decided = new HashMap<>();
        for (BundleTally tally : state.getDecided()) {
            decided.computeIfAbsent(tally.getBundle(), unused -> new HashMap<>())
                    .put(tally.getLanguage(), new AlarmCount(tally.getPostings(), tally.getWarned()));
        }
        Map<String, Comparison> compared = new HashMap<>();
        for (BundleTally tally : state.getCompared()) {
            compared.put(tally.getLanguage(), BundleTallies.comparison(tally));
        }
        return new Watch(toDomain(state.getDeployment()), state.getOnTrial(), decided, compared, state.getVetoed());
    }
}
