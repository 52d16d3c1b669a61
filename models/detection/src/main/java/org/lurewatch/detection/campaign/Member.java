package org.lurewatch.detection.campaign;

import java.util.Objects;

/**
 * A posting of a campaign.
 *
 * @param posting names it
 * @param time event time in milliseconds
 * @param suspicious whether its own verdict points at a scam, surely or not
 * @param likely whether its own verdict is the one at which a warning is sent
 * @param personal whether it gives a way to a person
 * @param employer hash of the employer's name; 0 where there is none
 * @param byHandle whether it leads to the same people as another one, rather than only reading like others
 * @param reworded whether it leads to the same people as another one that reads differently
 * @param standing what reviewers say that holds for it
 */
public record Member(
        String posting,
        long time,
        boolean suspicious,
        boolean likely,
        boolean personal,
        long employer,
        boolean byHandle,
        boolean reworded,
        Standing standing) {

    public Member {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(standing);
    }

    static Member of(Sighting sighting, Tie tie) {
        boolean samePeople = tie.kind().leadsToTheSamePeople();
        return new Member(
                sighting.posting(),
                sighting.time(),
                sighting.suspicious(),
                sighting.likely(),
                sighting.personal(),
                sighting.employer(),
                samePeople,
                samePeople && tie.readDifferently(),
                Standing.OPEN);
    }

    /** A posting of which only a review is known. */
    static Member reviewed(String posting, long time, Standing standing) {
        return new Member(posting, time, false, false, false, 0, false, false, standing);
    }

    /** The same as it is seen now, tied as it ever was. */
    Member seenAgain(Member now) {
        return new Member(
                posting,
                now.time,
                now.suspicious,
                now.likely,
                now.personal,
                now.employer,
                byHandle || now.byHandle,
                reworded || now.reworded,
                standing);
    }

    boolean isUnsure() {
        return suspicious && !likely;
    }

    Member with(Standing other) {
        return new Member(posting, time, suspicious, likely, personal, employer, byHandle, reworded, other);
    }
}
