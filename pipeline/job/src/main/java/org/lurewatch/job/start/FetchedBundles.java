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
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.control.BundleStore;

/**
 * Bundles fetched by Flink's file systems. The tasks of one process share the last few that were loaded, because
 * loading takes a second and some memory. A bundle is identified by its digest, so one that was replaced on disk is a
 * different bundle.
 *
 * @param baseRate share of scams among the postings, or null for the bundle's own; not an {@code Optional}, so that
 *     it can be sent to another machine
 */
public record FetchedBundles(Double baseRate) implements BundleStore {
    /** Champion, the champion before it, shadow and canary. */
    private static final int MOST_KEPT = 4;

    private static final Map<Key, Loaded> KEPT = new LinkedHashMap<>(MOST_KEPT, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Loaded> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Key(String digest, Double baseRate) {}

    static FetchedBundles of(JobConfig config) {
        return new FetchedBundles(config.detection().baseRate().orElse(null));
    }

    /**
     * The deployment before the first command, and the only one without control: the bundle that the settings name.
     *
     * @throws BundleException if the bundle's manifest cannot be read
     */
    static Deployment firstDeployment(JobConfig config) {
        return config.detection().bundle().map(FetchedBundles::deploymentOf).orElse(Deployment.NONE);
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
        return Deployment.startingWith(new Published(bundle.digest(), uri, bundle.version()));
    }

    @Override
    public Loaded load(String digest, String uri) throws UnusableBundleException {
        synchronized (KEPT) {
            Key key = new Key(digest, baseRate);
            Loaded kept = KEPT.get(key);
            if (kept == null) {
                kept = fetch(digest, uri);
                KEPT.put(key, kept);
            }
            return kept;
        }
    }

    private Loaded fetch(String digest, String uri) throws UnusableBundleException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lurewatch-bundle");
            return fetch(digest, uri, folder);
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

    private Loaded fetch(String digest, String uri, Path folder) throws IOException, UnusableBundleException {
        org.apache.flink.core.fs.Path from = new org.apache.flink.core.fs.Path(uri);
        fetch(from, BundleLoader.MANIFEST, folder);
        BundleId found = BundleLoader.identify(folder);
        if (!found.digest().equals(digest)) {
            throw new UnusableBundleException("another bundle lies there, of digest " + found.digest());
        }
        for (String file : BundleLoader.FILES) {
            if (!file.equals(BundleLoader.MANIFEST)) {
                fetch(from, file, folder);
            }
        }
        return new Loaded(
                found.version(),
                BundleLoader.load(folder, baseRate == null ? OptionalDouble.empty() : OptionalDouble.of(baseRate)));
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
