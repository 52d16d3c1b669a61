package org.lurewatch.desk;

import java.nio.file.Path;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;

/** Loads the detector of a bundle. */
@FunctionalInterface
public interface DetectorLoader {
    /**
     * The detector of a bundle.
     *
     * @param choice the lines that it is to decide by
     */
    Detector load(Path bundle, PolicyChoice choice);
}
