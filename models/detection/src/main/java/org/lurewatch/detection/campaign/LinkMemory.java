package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * What one link remembers of the postings that had it; bounded.
 *
 * @param sightings some of those postings, at most {@link #MOST_SIGHTINGS}
 * @param strangers honest postings that had it and seem to know nothing of each other, at most {@link #MOST_STRANGERS}
 * @param suspicious how many postings with it were suspicious by themselves
 * @param lastSeen event time of the newest
 */
public record LinkMemory(List<Sighting> sightings, List<Stranger> strangers, int suspicious, long lastSeen) {
    /** More postings with the same text add nothing. */
    public static final int MOST_SIGHTINGS = 6;

    /** With more than these the link belongs to nobody in particular. */
    public static final int MOST_STRANGERS = 16;

    /** Of a link that was never seen. */
    public static final LinkMemory EMPTY = new LinkMemory(List.of(), List.of(), 0, Long.MIN_VALUE);

    /**
     * An honest posting, reduced to what distinguishes it from others.
     *
     * @param employer hash of the employer's name; 0 where there is none
     * @param signature image of its text
     */
    public record Stranger(long employer, String signature) {
        boolean mayKnow(Stranger other) {
            boolean sameEmployer = employer != 0 && employer == other.employer;
            return sameEmployer || LinkRule.isSameText(signature, other.signature);
        }
    }

    public LinkMemory {
        sightings = List.copyOf(sightings);
        strangers = List.copyOf(strangers);
    }

    /** The same after one more posting; a posting that was seen already counts once. */
    LinkMemory with(LinkKind kind, Sighting sighting) {
        boolean known = sightings.stream().anyMatch(seen -> seen.posting().equals(sighting.posting()));
        boolean counts = sighting.suspicious() && !known;
        return new LinkMemory(
                withSighting(sighting),
                kind == LinkKind.TEXT || sighting.suspicious() ? strangers : withStranger(sighting),
                counts && suspicious < Integer.MAX_VALUE ? suspicious + 1 : suspicious,
                Math.max(lastSeen, sighting.time()));
    }

    /**
     * The same without a posting. An honest one among the strangers cannot be told from the others any more; it is a hash and
     * an image of its text.
     */
    public LinkMemory without(String posting) {
        List<Sighting> left = sightings.stream()
                .filter(seen -> !seen.posting().equals(posting))
                .toList();
        boolean counted = sightings.stream().anyMatch(seen -> seen.posting().equals(posting) && seen.suspicious());
        if (left.isEmpty() && strangers.isEmpty()) {
            return EMPTY;
        }
        return new LinkMemory(left, strangers, counted ? Math.max(0, suspicious - 1) : suspicious, lastSeen);
    }

    private List<Sighting> withSighting(Sighting sighting) {
        List<Sighting> kept = new ArrayList<>(sightings);
        kept.removeIf(seen -> seen.posting().equals(sighting.posting()));
        if (kept.size() >= MOST_SIGHTINGS) {
            kept.remove(leastMissed(kept, sighting));
        }
        kept.add(sighting);
        return kept;
    }

    /** The first with the same text as the new one, so that several texts stay known; otherwise the oldest. */
    private static Sighting leastMissed(List<Sighting> kept, Sighting sighting) {
        return kept.stream()
                .filter(seen -> LinkRule.isSameText(seen.signature(), sighting.signature()))
                .findFirst()
                .orElse(kept.get(0));
    }

    private List<Stranger> withStranger(Sighting sighting) {
        Stranger stranger = new Stranger(sighting.employer(), sighting.signature());
        if (strangers.size() >= MOST_STRANGERS || strangers.stream().anyMatch(stranger::mayKnow)) {
            return strangers;
        }
        List<Stranger> more = new ArrayList<>(strangers);
        more.add(stranger);
        return more;
    }
}
