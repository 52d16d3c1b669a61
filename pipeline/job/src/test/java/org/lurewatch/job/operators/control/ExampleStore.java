package org.lurewatch.job.operators.control;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;

/**
 * A store whose bundles are named by one letter; those of {@link #GONE} cannot be loaded, and {@link #OLD} is of an earlier
 * version of Lurewatch.
 */
public final class ExampleStore implements BundleStore {
    public static final String A = digest("a");
    static final String B = digest("b");
    static final String C = digest("c");
    static final String OLD = digest("f");

    /** What a message says about {@link #OLD}. */
    static final String MISMATCH =
            "bundle ffffffffffff has format 1 and feature version 2, but this version of Lurewatch"
                    + " needs format " + BundleVersion.CURRENT.format() + " and feature version "
                    + BundleVersion.CURRENT.features();

    static final Set<String> GONE = ConcurrentHashMap.newKeySet();

    private static final long serialVersionUID = 1L;

    static Published bundle(String digest) {
        return new Published(
                digest,
                "file:/" + digest,
                "version " + digest.charAt(0),
                digest.equals(OLD) ? new BundleVersion(1, 2) : BundleVersion.CURRENT);
    }

    public static Deployment deployed(String champion) {
        return Deployment.startingWith(bundle(champion));
    }

    /** As the example detector, but named. The bundle {@link #C} breaks over postings of "breaks C". */
    static Detector detector(String digest) {
        Detector example = ExamplePostings.detector(new BundleId("version " + digest.charAt(0), digest));
        return posting -> {
            if (digest.equals(C) && posting.texts().containsValue("breaks C")) {
                throw new IllegalStateException("broken");
            }
            return example.assess(posting);
        };
    }

    @Override
    public Published find(String digest, String uri) throws UnusableBundleException {
        requireThere(digest);
        return bundle(digest);
    }

    @Override
    public Detector load(Published bundle) throws UnusableBundleException {
        requireThere(bundle.digest());
        if (!bundle.isUsable()) {
            throw new AssertionError("it cannot be read");
        }
        return detector(bundle.digest());
    }

    private static void requireThere(String digest) throws UnusableBundleException {
        if (GONE.contains(digest)) {
            throw new UnusableBundleException("it is gone");
        }
    }

    private static String digest(String letter) {
        return letter.repeat(64);
    }
}
