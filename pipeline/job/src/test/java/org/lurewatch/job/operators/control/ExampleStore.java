package org.lurewatch.job.operators.control;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;

/** A store whose bundles are named by one letter; those of {@link #GONE} cannot be loaded. */
final class ExampleStore implements BundleStore {
    static final String A = digest("a");
    static final String B = digest("b");
    static final String C = digest("c");
    static final Set<String> GONE = ConcurrentHashMap.newKeySet();

    private static final long serialVersionUID = 1L;

    static Published bundle(String digest) {
        return new Published(digest, "file:/" + digest, "version " + digest.charAt(0));
    }

    static Deployment deployed(String champion) {
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
    public Loaded load(String digest, String uri) throws UnusableBundleException {
        if (GONE.contains(digest)) {
            throw new UnusableBundleException("it is gone");
        }
        return new Loaded("version " + digest.charAt(0), detector(digest));
    }

    private static String digest(String letter) {
        return letter.repeat(64);
    }
}
