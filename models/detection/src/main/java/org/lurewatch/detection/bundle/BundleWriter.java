package org.lurewatch.detection.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.posting.Sha256;

/** Writes a bundle: the same contents give the same bytes. */
public final class BundleWriter {
    private BundleWriter() {}

    /**
     * Writes every file of a bundle, the manifest with their digests last.
     *
     * @throws IOException where the folder cannot be written
     */
    public static void write(Path directory, BundleContents contents) throws IOException {
        Files.createDirectories(directory);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(BundleFiles.LEXICON, contents.lexicon().getBytes(StandardCharsets.UTF_8));
        files.put(BundleFiles.PLACES, contents.places().getBytes(StandardCharsets.UTF_8));
        LinearHead scam = contents.model().scam();
        LinearHead about = contents.model().about();
        TypeHead type = contents.model().type();
        ModelFile model = new ModelFile(
                head(scam),
                head(about),
                type.codes(),
                List.copyOf(contents.model().carriesAlone()));
        files.put(BundleFiles.MODEL, BundleFiles.JSON.writeValueAsBytes(model));
        files.put(BundleFiles.SCAM_WEIGHTS, Weights.toBytes(new float[][] {scam.wordingWeights()}));
        files.put(BundleFiles.ABOUT_WEIGHTS, Weights.toBytes(new float[][] {about.wordingWeights()}));
        files.put(BundleFiles.TYPE_WEIGHTS, Weights.toBytes(floats(type.weights())));
        SortedMap<String, String> digests = new TreeMap<>();
        for (SortedMap.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
            digests.put(file.getKey(), Sha256.hex(file.getValue()));
        }
        Manifest manifest = new Manifest(
                BundleVersion.CURRENT.format(),
                contents.version(),
                BundleVersion.CURRENT.features(),
                contents.policies(),
                contents.model().languages().rows(),
                digests,
                new TreeMap<>(contents.facts()));
        Files.write(directory.resolve(BundleFiles.MANIFEST), BundleFiles.JSON.writeValueAsBytes(manifest));
    }

    /**
     * Writes a copy of a bundle that draws its lines elsewhere. Every file but the manifest stays as it is.
     *
     * @param version name of the copy
     * @param languages how many postings of each language it was trained and measured on
     * @param facts further notes on how it was made
     * @throws IOException where the folder cannot be written
     * @throws BundleException where the bundle cannot be read
     */
    public static void copy(
            Path from,
            Path to,
            String version,
            Policies policies,
            LanguageCoverage languages,
            Map<String, String> facts)
            throws IOException {
        Manifest manifest = BundleLoader.manifest(from, BundleLoader.manifestBytes(from));
        Map<String, byte[]> files = BundleLoader.files(from, manifest);
        Files.createDirectories(to);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(to.resolve(file.getKey()), file.getValue());
        }
        SortedMap<String, String> training =
                manifest.training() == null ? new TreeMap<>() : new TreeMap<>(manifest.training());
        training.putAll(facts);
        Manifest copy = new Manifest(
                manifest.format(),
                version,
                manifest.features(),
                policies,
                languages.rows(),
                manifest.files(),
                training);
        Files.write(to.resolve(BundleFiles.MANIFEST), BundleFiles.JSON.writeValueAsBytes(copy));
    }

    private static ModelFile.Head head(LinearHead head) {
        SortedMap<String, Double> signals = new TreeMap<>();
        double[] coefficients = head.coefficients();
        for (int i = 0; i < SignalFeatures.NAMES.size(); i++) {
            signals.put(SignalFeatures.NAMES.get(i), coefficients[i + 1]);
        }
        return new ModelFile.Head(
                head.wordingBias(), coefficients[0], signals, coefficients[SignalFeatures.NAMES.size() + 1]);
    }

    private static float[][] floats(double[][] rows) {
        float[][] floats = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            floats[i] = new float[rows[i].length];
            for (int k = 0; k < rows[i].length; k++) {
                floats[i][k] = (float) rows[i][k];
            }
        }
        return floats;
    }
}
