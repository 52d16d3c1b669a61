package org.lurewatch.detection.assess;

import org.lurewatch.detection.posting.JobPosting;

/**
 * Decides about one posting. It can be shared between threads, and the same posting gives the same assessment bit for
 * bit.
 * See RATIONALE.md, "Detection imports no framework".
 */
@FunctionalInterface
public interface Detector {
    /**
     * The assessment of a posting.
     *
     * @throws RuntimeException where this posting breaks scoring; the posting is then to be rejected as {@code
     *     DETECTION_FAILED}
     */
    Assessment assess(JobPosting posting);
}
