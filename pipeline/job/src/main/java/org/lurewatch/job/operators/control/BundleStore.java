package org.lurewatch.job.operators.control;

import java.io.Serializable;
import java.util.List;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Published;

/** Where bundles are fetched from. The tasks of one process may share what was loaded. */
public interface BundleStore extends Serializable {

    /**
     * Fetches a bundle, verifies that it is the right one and that it is sound, and loads it.
     *
     * @param digest SHA-256 of its manifest in hex
     * @param uri its folder
     * @throws UnusableBundleException if it cannot be used
     */
    Loaded load(String digest, String uri) throws UnusableBundleException;

    /** The same for a bundle that was published. */
    default Loaded load(Published bundle) throws UnusableBundleException {
        return load(bundle.digest(), bundle.uri());
    }

    /**
     * A bundle that can be used.
     *
     * @param version the analyst's name for it
     * @param detector the detector made from it
     */
    record Loaded(String version, Detector detector) {}

    /** A bundle that cannot be used. The message says why. */
    final class UnusableBundleException extends Exception {
        private static final long serialVersionUID = 1L;

        private final List<String> problems;

        public UnusableBundleException(String problem) {
            this(List.of(problem), null);
        }

        public UnusableBundleException(String problem, Throwable cause) {
            this(List.of(problem), cause);
        }

        public UnusableBundleException(List<String> problems, Throwable cause) {
            super(String.join("; ", problems), cause);
            this.problems = List.copyOf(problems);
        }

        /** One sentence for each problem. */
        public List<String> problems() {
            return problems;
        }
    }
}
