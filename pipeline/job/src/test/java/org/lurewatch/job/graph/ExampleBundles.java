package org.lurewatch.job.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.HonestScores;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;

/** Small real bundles on disk. Each gives the same posting another score. */
public final class ExampleBundles {
    private static final BundleVersion OUTDATED = new BundleVersion(1, 2);
    private static final String HEADER = "signal\tlanguage\tphrase\tuse\tsources\n";

    /** A policy that warns of what the default one only asks about. */
    public static final String SENSITIVE = PolicyChoice.CAMPAIGN;

    private ExampleBundles() {}

    /** Writes the bundle of this number into a folder of its own. */
    public static Published write(Path folder, int number) throws IOException {
        Path bundle = folder.resolve("the bundle " + number);
        BundleWriter.write(
                bundle,
                new BundleContents(
                        "example-" + number,
                        new ScamModel(
                                head(-4, Map.of("fee_deposit", 4.0 + number / 8.0, "no_skill", 2.0)),
                                head(-3, Map.of()),
                                new TypeHead(
                                        List.of("advance_fee", "compound_trafficking", "task_scam"),
                                        new double[2][TypeHead.INPUTS + 1]),
                                Collections.emptySortedSet(),
                                LanguageCoverage.NONE),
                        new Policies(
                                0,
                                0.5,
                                0.5,
                                new TreeMap<>(Map.of(
                                        PolicyChoice.PLATFORM,
                                        new Policies.Lines(0.003, 0.05, 0.8, 0.3, false),
                                        SENSITIVE,
                                        new Policies.Lines(0.01, 0.1, 0.4, 0.2, false))),
                                HonestScores.UNKNOWN),
                        HEADER
                                + "fee_deposit\ten\tregistration fee\tany\ttest\n"
                                + "no_skill\ten\tno experience needed\tany\ttest\n",
                        HEADER + "place\tmul\tLyon\tany\ttest\n",
                        Map.of("made", "by hand")));
        return new Published(
                BundleLoader.identify(bundle).digest(),
                "file://" + bundle.toAbsolutePath(),
                "example-" + number,
                BundleVersion.CURRENT);
    }

    /** Writes a bundle whose manifest says that it is of version 0.1.0, and without a file that later ones have. */
    public static Published outdated(Path folder, int number) throws IOException {
        Published current = write(folder, number);
        Path manifest = folder(current).resolve(BundleLoader.MANIFEST);
        String text = Files.readString(manifest)
                .replaceFirst("\"format\" : \\d+", "\"format\" : " + OUTDATED.format())
                .replaceFirst("\"features\" : \\d+", "\"features\" : " + OUTDATED.features());
        Files.writeString(manifest, text);
        Files.delete(folder(current).resolve("model.json"));
        return new Published(
                BundleLoader.identify(folder(current)).digest(), current.uri(), current.version(), OUTDATED);
    }

    public static Detector load(Published bundle) {
        return BundleLoader.load(folder(bundle));
    }

    /** Changes a file behind the manifest's back. */
    public static void tamper(Published bundle) throws IOException {
        Path lexicon = folder(bundle).resolve("lexicon.tsv");
        Files.writeString(lexicon, Files.readString(lexicon) + "no_skill\ten\tanyone can\tany\ttest\n");
    }

    private static LinearHead head(double intercept, Map<String, Double> signals) {
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[0] = 1;
        signals.forEach((name, value) -> coefficients[SignalFeatures.indexOf(name) + 1] = value);
        coefficients[coefficients.length - 1] = intercept;
        return new LinearHead(new float[TextFeatures.BUCKETS], 0, coefficients);
    }

    public static Path folder(Published bundle) {
        return Path.of(bundle.uri().substring("file://".length()));
    }
}
