package org.lurewatch.desk.preview;

import java.util.List;
import org.lurewatch.detection.assess.BundleId;

/**
 * What would change if another bundle decided. Each posting counts once, as its newest record says; each is judged by
 * itself, without its campaign and without reviews.
 *
 * @param postings how many were assessed
 * @param unusable how many records hold no posting, or one that broke scoring
 * @param present what the bundle that decides now says
 * @param previewed what the other one says
 * @param more postings that only the other one warns of
 * @param fewer postings that only the present one warns of
 * @param listedMore the first of those, the highest scores first
 * @param listedFewer the same of the others
 */
public record Preview(
        long postings,
        long unusable,
        Side present,
        Side previewed,
        long more,
        long fewer,
        List<PreviewedPosting> listedMore,
        List<PreviewedPosting> listedFewer) {

    /**
     * What one bundle says.
     *
     * @param bundle its name
     * @param warned how many postings it warns of
     * @param asked how many it asks about
     */
    public record Side(BundleId bundle, long warned, long asked) {}

    public Preview {
        listedMore = List.copyOf(listedMore);
        listedFewer = List.copyOf(listedFewer);
    }
}
