package org.lurewatch.desk;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.lurewatch.detection.assess.Detector;

/** Loads the detector of a bundle. */
@FunctionalInterface
public interface DetectorLoader {
    /**
     * The detector of a bundle.
     *
     * @param baseRate share of scams among the postings, where it is not the bundle's
     */
    Detector load(Path bundle, OptionalDouble baseRate);
}
