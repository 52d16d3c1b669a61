package org.lurewatch.detection.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.Sha256;

/** Reads a model bundle from a folder: the only way to a detector. No Java object is ever deserialised. */
public final class BundleLoader {
    /** The file that names all others of a bundle, with their digests: a bundle has changed if and only if it has. */
    public static final String MANIFEST = BundleFiles.MANIFEST;

    /** The names of a bundle's files, the manifest first. */
    public static final List<String> FILES = Stream.concat(Stream.of(BundleFiles.MANIFEST), BundleFiles.ALL.stream())
            .toList();

    /** Bytes that no file of a bundle may exceed. */
    public static final long LARGEST_FILE = 64L << 20;

    private static final int MOST_PROBLEMS_SHOWN = 20;

    private BundleLoader() {}

    /** Loads a bundle with its default policy and the base rate that it was made for. */
    public static ModelDetector load(Path directory) {
        return load(directory, PolicyChoice.DEFAULT);
    }

    /**
     * Loads a bundle and checks every digest in its manifest.
     *
     * @param directory folder with {@code manifest.json} and the files it names
     * @param choice the lines that it is to decide by
     * @throws BundleException with every problem, where the bundle is missing, damaged or of another version, or cannot
     *     decide by these lines
     */
    public static ModelDetector load(Path directory, PolicyChoice choice) {
        byte[] manifestBytes = manifestBytes(directory);
        Manifest manifest = manifest(directory, manifestBytes);
        chosen(manifest.policies(), choice);
        return open(directory, manifest, manifestBytes).detector(choice);
    }

    /**
     * Loads a bundle whose lines are to be chosen later, perhaps for each posting anew.
     *
     * @throws BundleException with every problem, where the bundle is missing, damaged or of another version
     */
    public static LoadedBundle open(Path directory) {
        byte[] manifestBytes = manifestBytes(directory);
        return open(directory, manifest(directory, manifestBytes), manifestBytes);
    }

    private static LoadedBundle open(Path directory, Manifest manifest, byte[] manifestBytes) {
        Map<String, byte[]> files = files(directory, manifest);
        List<String> problems = new ArrayList<>();
        List<Phrase> phrases = phrases(files, problems);
        ScamModel model = model(manifest, files, problems);
        return new LoadedBundle(
                new PostingReader(new TriePhraseMatcher(phrases)),
                model,
                manifest.policies(),
                new LanguageCoverage(manifest.languages()),
                new BundleId(manifest.version(), Sha256.hex(manifestBytes)));
    }

    /**
     * All that a bundle holds, to make another one of it.
     *
     * @throws BundleException with every problem, where the bundle is missing, damaged or of another version
     */
    public static BundleContents contents(Path directory) {
        Manifest manifest = manifest(directory, manifestBytes(directory));
        Map<String, byte[]> files = files(directory, manifest);
        List<String> problems = new ArrayList<>();
        phrases(files, problems);
        return new BundleContents(
                manifest.version(),
                model(manifest, files, problems),
                manifest.policies(),
                text(files, BundleFiles.LEXICON),
                text(files, BundleFiles.PLACES),
                manifest.training() == null ? Map.of() : manifest.training());
    }

    static WarningPolicy chosen(Policies policies, PolicyChoice choice) {
        try {
            return policies.choose(choice);
        } catch (IllegalArgumentException e) {
            throw new BundleException(List.of(e.getMessage()));
        }
    }

    /**
     * Where the policies of the bundle in a folder draw their lines, by its manifest alone.
     *
     * @throws BundleException where there is no manifest that can be read
     */
    public static Policies policies(Path directory) {
        return manifest(directory, manifestBytes(directory)).policies();
    }

    /**
     * The languages that the bundle in a folder was trained and measured in, by its manifest alone.
     *
     * @throws BundleException where there is no manifest that can be read
     */
    public static LanguageCoverage languages(Path directory) {
        return new LanguageCoverage(
                manifest(directory, manifestBytes(directory)).languages());
    }

    static byte[] manifestBytes(Path directory) {
        requireManifest(directory);
        List<String> problems = new ArrayList<>();
        byte[] bytes = read(directory, BundleFiles.MANIFEST, problems);
        stopAt(problems);
        return bytes;
    }

    /**
     * What the bundle in a folder was made for, by its manifest alone.
     *
     * @throws BundleException where there is no manifest that can be read
     */
    public static BundleVersion version(Path directory) {
        return version(manifestBytes(directory));
    }

    private static BundleVersion version(byte[] manifest) {
        List<String> problems = new ArrayList<>();
        Manifest.Versions versions = parse(manifest, BundleFiles.MANIFEST, Manifest.Versions.class, problems);
        stopAt(problems);
        return versions.made();
    }

    /** A manifest that this program can read. */
    static Manifest manifest(Path directory, byte[] bytes) {
        BundleVersion made = version(bytes);
        if (!made.isCurrent()) {
            throw new BundleException(List.of(
                    "the bundle in " + directory + " " + made.mismatch() + ": train it again with this version"));
        }
        List<String> problems = new ArrayList<>();
        Manifest manifest = parse(bytes, BundleFiles.MANIFEST, Manifest.class, problems);
        stopAt(problems);
        if (manifest.version() == null
                || manifest.policies() == null
                || manifest.languages() == null
                || manifest.files() == null) {
            throw new BundleException(
                    List.of(BundleFiles.MANIFEST + " lacks the version, the policies, the languages or the files"));
        }
        return manifest;
    }

    /**
     * The bundle in a folder, identified by its manifest alone, whatever its format; {@link #load} checks the other
     * files.
     *
     * @throws BundleException where there is no manifest that can be read
     */
    public static BundleId identify(Path directory) {
        byte[] bytes = manifestBytes(directory);
        List<String> problems = new ArrayList<>();
        Manifest.Name manifest = parse(bytes, BundleFiles.MANIFEST, Manifest.Name.class, problems);
        stopAt(problems);
        if (manifest.version() == null) {
            throw new BundleException(List.of(BundleFiles.MANIFEST + " lacks the version"));
        }
        return new BundleId(manifest.version(), Sha256.hex(bytes));
    }

    private static void requireManifest(Path directory) {
        if (!Files.isRegularFile(directory.resolve(BundleFiles.MANIFEST))) {
            throw new BundleException(
                    List.of("there is no model bundle in " + directory + ": " + BundleFiles.MANIFEST + " is missing"));
        }
    }

    /** The files of a bundle by their names, each the one that the manifest describes. */
    static Map<String, byte[]> files(Path directory, Manifest manifest) {
        List<String> problems = new ArrayList<>();
        Map<String, byte[]> files = new HashMap<>();
        for (String name : BundleFiles.ALL) {
            String digest = manifest.files().get(name);
            if (digest == null) {
                problems.add(BundleFiles.MANIFEST + " does not name " + name);
                continue;
            }
            byte[] bytes = read(directory, name, problems);
            if (bytes != null && !Sha256.hex(bytes).equals(digest)) {
                problems.add(name + " is not the file that the manifest describes: its SHA-256 is " + Sha256.hex(bytes)
                        + ", but " + digest + " is expected");
            }
            files.put(name, bytes);
        }
        stopAt(problems);
        return files;
    }

    private static byte[] read(Path directory, String name, List<String> problems) {
        Path file = directory.resolve(name);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.add(name + " is larger than " + LARGEST_FILE + " bytes");
                return null;
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            problems.add(name + " cannot be read: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            return null;
        }
    }

    private static <T> T parse(byte[] bytes, String name, Class<T> type, List<String> problems) {
        try {
            T value = BundleFiles.JSON.readValue(bytes, type);
            if (value == null) {
                problems.add(name + " is damaged: it holds nothing");
            }
            return value;
        } catch (JsonProcessingException e) {
            problems.add(name + " is damaged: " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add(name + " cannot be read: " + e.getMessage());
        }
        return null;
    }

    private static List<Phrase> phrases(Map<String, byte[]> files, List<String> problems) {
        List<Phrase> phrases = new ArrayList<>();
        for (String name : List.of(BundleFiles.LEXICON, BundleFiles.PLACES)) {
            List<String> broken = new ArrayList<>();
            phrases.addAll(Lexicon.parse(text(files, name), broken).phrases());
            broken.forEach(problem -> problems.add(name + ": " + problem));
        }
        return phrases;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** The model; fails with its problems and those that were found before. */
    private static ScamModel model(Manifest manifest, Map<String, byte[]> files, List<String> problems) {
        ModelFile model = parse(files.get(BundleFiles.MODEL), BundleFiles.MODEL, ModelFile.class, problems);
        stopAt(problems);
        if (model.scam() == null || model.about() == null || model.types() == null || model.carriesAlone() == null) {
            throw new BundleException(
                    List.of(BundleFiles.MODEL + " lacks a head, the types or the sayings that carry alone"));
        }
        checkHead("scam", model.scam(), problems);
        checkHead("about", model.about(), problems);
        checkTypes(model.types(), problems);
        checkSayings(model.carriesAlone(), problems);
        stopAt(problems);
        try {
            return new ScamModel(
                    head(model.scam(), files.get(BundleFiles.SCAM_WEIGHTS)),
                    head(model.about(), files.get(BundleFiles.ABOUT_WEIGHTS)),
                    typeHead(model, files.get(BundleFiles.TYPE_WEIGHTS)),
                    new TreeSet<>(model.carriesAlone()),
                    new LanguageCoverage(manifest.languages()));
        } catch (IOException e) {
            throw new BundleException(List.of("the weights are damaged: " + e.getMessage()));
        }
    }

    /** Every kind must be known and may appear only once, which also bounds how many weights are read. */
    private static void checkTypes(List<String> types, List<String> problems) {
        if (types.size() < 3 || new HashSet<>(types).size() < types.size()) {
            problems.add(BundleFiles.MODEL + ": at least 3 kinds of scam are needed, each once");
        }
        if (!types.stream()
                .allMatch(type -> type != null && ScamType.ofCode(type).isPresent())) {
            problems.add(BundleFiles.MODEL + ": there is a kind of scam that this program does not know");
        }
    }

    private static void checkSayings(List<String> codes, List<String> problems) {
        TreeSet<String> unknown = new TreeSet<>();
        for (String code : codes) {
            if (code == null || !SignalFeatures.NAMES.contains(SignalFeatures.SAID + code)) {
                unknown.add("" + code);
            }
        }
        if (!unknown.isEmpty()) {
            problems.add(
                    BundleFiles.MODEL + ": sayings " + unknown + " carry alone, but this program does not know them");
        }
    }

    private static void checkHead(String head, ModelFile.Head numbers, List<String> problems) {
        if (numbers.signals() == null) {
            problems.add(BundleFiles.MODEL + ": the head " + head + " has no coefficients");
            return;
        }
        boolean finite = Double.isFinite(numbers.wordingBias() + numbers.wording() + numbers.intercept())
                && numbers.signals().values().stream().allMatch(value -> value != null && Double.isFinite(value));
        if (!finite) {
            problems.add(BundleFiles.MODEL + ": the head " + head + " has a coefficient that is not a finite number");
        }
        TreeSet<String> missing = new TreeSet<>(SignalFeatures.NAMES);
        missing.removeAll(numbers.signals().keySet());
        TreeSet<String> unknown = new TreeSet<>(numbers.signals().keySet());
        unknown.removeAll(SignalFeatures.NAMES);
        if (!missing.isEmpty()) {
            problems.add(BundleFiles.MODEL + ": the head " + head + " has no coefficient for " + missing);
        }
        if (!unknown.isEmpty()) {
            problems.add(BundleFiles.MODEL + ": the head " + head + " has coefficients for unknown signals " + unknown);
        }
    }

    private static LinearHead head(ModelFile.Head numbers, byte[] weights) throws IOException {
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[0] = numbers.wording();
        for (int i = 0; i < SignalFeatures.NAMES.size(); i++) {
            coefficients[i + 1] = numbers.signals().get(SignalFeatures.NAMES.get(i));
        }
        coefficients[SignalFeatures.NAMES.size() + 1] = numbers.intercept();
        float[][] rows = Weights.fromBytes(weights, 1, TextFeatures.BUCKETS);
        return new LinearHead(rows[0], numbers.wordingBias(), coefficients);
    }

    private static TypeHead typeHead(ModelFile model, byte[] bytes) throws IOException {
        float[][] rows = Weights.fromBytes(bytes, model.types().size() - 1, TypeHead.INPUTS + 1);
        double[][] weights = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            weights[i] = new double[rows[i].length];
            for (int k = 0; k < rows[i].length; k++) {
                weights[i][k] = rows[i][k];
            }
        }
        return new TypeHead(model.types(), weights);
    }

    private static void stopAt(List<String> problems) {
        if (problems.size() > MOST_PROBLEMS_SHOWN) {
            List<String> shown = new ArrayList<>(problems.subList(0, MOST_PROBLEMS_SHOWN));
            shown.add("and " + (problems.size() - MOST_PROBLEMS_SHOWN) + " more problems");
            throw new BundleException(shown);
        }
        if (!problems.isEmpty()) {
            throw new BundleException(problems);
        }
    }
}
