package org.lurewatch.detection.campaign;

import java.util.Objects;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.links.Footprint;

/**
 * A posting as a link knows it. Own scores only: what a campaign added to a posting never counts for another.
 *
 * @param posting names the posting
 * @param time event time in milliseconds
 * @param suspicious whether its own verdict points at a scam, surely or not
 * @param likely whether its own verdict is the one at which a warning is sent
 * @param personal whether it gives a way to a person: a telephone, a messenger or a mailbox of a free provider
 * @param employer hash of the employer's name; 0 where there is none
 * @param signature image of its text; empty for a short one
 */
public record Sighting(
        String posting,
        long time,
        boolean suspicious,
        boolean likely,
        boolean personal,
        long employer,
        String signature) {

    public Sighting {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(signature);
        if (likely && !suspicious) {
            throw new IllegalArgumentException("a likely scam is suspicious");
        }
    }

    /** An assessed posting. */
    public static Sighting of(String posting, long time, Verdict ownVerdict, Footprint footprint) {
        return new Sighting(
                posting,
                time,
                ownVerdict.isSuspicious(),
                ownVerdict == Verdict.LIKELY_SCAM,
                Links.leadToAPerson(footprint),
                footprint.employer(),
                footprint.sketch().signature());
    }

    boolean isBefore(Sighting other) {
        return time != other.time ? time < other.time : posting.compareTo(other.posting) < 0;
    }
}
