package org.lurewatch.job.operators.control;

import java.io.Serializable;
import java.util.List;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Published;

/** Where bundles are fetched from. The tasks of one process may share what was loaded. */
public interface BundleStore extends Serializable {

    /**
     * Finds out what a bundle is by its manifest alone, and verifies that it is the right one. It may be of another
     * version of Lurewatch.
     *
     * @param digest SHA-256 of its manifest in hex
     * @param uri its folder
     * @throws UnusableBundleException if there is no such bundle
     */
    Published find(String digest, String uri) throws UnusableBundleException;

    /**
     * Fetches a bundle, verifies that it is the right one and that it is sound, and loads it.
     *
     * @return the detector made from it
     * @throws UnusableBundleException if it cannot be used
     */
    Detector load(Published bundle) throws UnusableBundleException;

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
