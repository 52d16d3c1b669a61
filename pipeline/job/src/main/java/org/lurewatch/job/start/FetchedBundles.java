package org.lurewatch.job.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.util.FileUtils;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.control.BundleStore;
import org.lurewatch.job.operators.control.Succession;

/**
 * Bundles fetched by Flink's file systems. The tasks of one process share the last few that were loaded, because
 * loading takes a second and some memory. A bundle is identified by its digest, so one that was replaced on disk is a
 * different bundle.
 *
 * <p>What is chosen is not kept as an {@code Optional}, so that it can be sent to another machine.
 *
 * @param policy name of the policy that every bundle decides by
 * @param alarmsPer1000 how many of 1,000 honest adverts may be warned of, or null for what the policy says
 * @param baseRate share of scams among the postings, or null for the bundle's own
 */
public record FetchedBundles(String policy, Double alarmsPer1000, Double baseRate) implements BundleStore {
    /** Champion, the champion before it, shadow and canary. */
    private static final int MOST_KEPT = 4;

    private static final Map<Key, Detector> KEPT = new LinkedHashMap<>(MOST_KEPT, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Detector> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(String digest, PolicyChoice choice) {}

    static FetchedBundles of(JobConfig config) {
        return of(config.detection().choice());
    }

    /** Bundles that decide by these lines. */
    public static FetchedBundles of(PolicyChoice choice) {
        return new FetchedBundles(choice.policy(), nullable(choice.alarmsPer1000()), nullable(choice.baseRate()));
    }

    private static Double nullable(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private PolicyChoice choice() {
        return new PolicyChoice(policy, optional(baseRate), optional(alarmsPer1000));
    }

    private static OptionalDouble optional(Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /**
     * The deployment before the first command, and the only one without control: the bundle that the settings name.
     *
     * @throws BundleException if the bundle's manifest cannot be read
     */
    static Deployment firstDeployment(JobConfig config) {
        return config.detection().bundle().map(FetchedBundles::deploymentOf).orElse(Deployment.NONE);
    }

    /** Who decides where commands do not say so. @throws BundleException if a bundle's manifest cannot be read */
    static Succession succession(JobConfig config) {
        return Succession.of(
                firstDeployment(config),
                config.detection().successor().map(FetchedBundles::deploymentOf).orElse(Deployment.NONE));
    }

    /**
     * The deployment in which a bundle on this machine decides.
     *
     * @param folder of the bundle, the same on every machine
     * @throws BundleException if its manifest cannot be read
     */
    public static Deployment deploymentOf(Path folder) {
        BundleId bundle = BundleLoader.identify(folder);
        // Flink's file systems take a path literally, without the escapes of a URI.
        String uri = "file://" + folder.toAbsolutePath().normalize();
        return Deployment.startingWith(
                new Published(bundle.digest(), uri, bundle.version(), BundleLoader.version(folder)));
    }

    @Override
    public Published find(String digest, String uri) throws UnusableBundleException {
        return fetch(folder -> fetchManifest(digest, uri, folder));
    }

    @Override
    public Detector load(Published bundle) throws UnusableBundleException {
        synchronized (KEPT) {
            Key key = new Key(bundle.digest(), choice());
            Detector kept = KEPT.get(key);
            if (kept == null) {
                kept = fetch(folder -> fetchAll(bundle, folder));
                KEPT.put(key, kept);
            }
            return kept;
        }
    }

    /** What is fetched into a temporary folder. */
    @FunctionalInterface
    private interface Fetch<T> {
        T into(Path folder) throws IOException, UnusableBundleException;
    }

    private static <T> T fetch(Fetch<T> fetch) throws UnusableBundleException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lurewatch-bundle");
            return fetch.into(folder);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UnusableBundleException("it cannot be fetched: " + e.getMessage(), e);
        } catch (BundleException e) {
            throw new UnusableBundleException(e.problems(), e);
        } finally {
            if (folder != null) {
                FileUtils.deleteDirectoryQuietly(folder.toFile());
            }
        }
    }

    private static Published fetchManifest(String digest, String uri, Path folder)
            throws IOException, UnusableBundleException {
        fetch(new org.apache.flink.core.fs.Path(uri), BundleLoader.MANIFEST, folder);
        BundleId found = BundleLoader.identify(folder);
        if (!found.digest().equals(digest)) {
            throw new UnusableBundleException("another bundle lies there, of digest " + found.digest());
        }
        return new Published(digest, uri, found.version(), BundleLoader.version(folder));
    }

    private Detector fetchAll(Published bundle, Path folder) throws IOException, UnusableBundleException {
        fetchManifest(bundle.digest(), bundle.uri(), folder);
        for (String file : BundleLoader.FILES) {
            if (!file.equals(BundleLoader.MANIFEST)) {
                fetch(new org.apache.flink.core.fs.Path(bundle.uri()), file, folder);
            }
        }
        return BundleLoader.load(folder, choice());
    }

    private static void fetch(org.apache.flink.core.fs.Path from, String file, Path folder)
            throws IOException, UnusableBundleException {
        org.apache.flink.core.fs.Path source = new org.apache.flink.core.fs.Path(from, file);
        try (FSDataInputStream in = source.getFileSystem().open(source)) {
            byte[] bytes = readAtMost(in, file);
            Files.write(folder.resolve(file), bytes);
        }
    }

    private static byte[] readAtMost(InputStream in, String file) throws IOException, UnusableBundleException {
        byte[] bytes = in.readNBytes(Math.toIntExact(BundleLoader.LARGEST_FILE + 1));
        if (bytes.length > BundleLoader.LARGEST_FILE) {
            throw new UnusableBundleException(file + " is larger than " + BundleLoader.LARGEST_FILE + " bytes");
        }
        return bytes;
    }
}
