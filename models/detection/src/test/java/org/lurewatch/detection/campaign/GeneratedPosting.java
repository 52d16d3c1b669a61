package org.lurewatch.detection.campaign;

import org.lurewatch.detection.posting.JobPosting;

/**
 * A generated posting and the truth about it.
 *
 * @param posting the advert
 * @param time when it appears, in milliseconds
 * @param hand who posted it
 * @param lure whether it belongs to a campaign of lures
 */
record GeneratedPosting(JobPosting posting, long time, String hand, boolean lure) {
    String id() {
        return posting.identifier();
    }
}
