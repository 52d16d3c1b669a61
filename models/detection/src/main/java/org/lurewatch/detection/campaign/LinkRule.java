package org.lurewatch.detection.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lurewatch.detection.links.TextSketch;

/** Decides which postings that share something are tied, which means that they come from the same people. */
public final class LinkRule {
    /** From this share of common text on, two texts count as one text with changes. */
    static final double SAME_TEXT = 0.5;

    /** The share of common text that postings need besides naming the same web site. */
    static final double SOME_TEXT = 0.25;

    /**
     * How many unrelated honest postings may have a link before it ties none by itself, as the number of an agency or
     * the web site of a firm.
     */
    private static final int FEW_STRANGERS = 3;

    private LinkRule() {}

    /**
     * What a link remembers after one more posting, and the ties between that posting and those remembered.
     *
     * @param memory what the link remembers, without what is known for certain to be too old
     * @param ties at most {@link LinkMemory#MOST_SIGHTINGS}
     */
    public record Linked(LinkMemory memory, List<Tie> ties) {
        public Linked {
            ties = List.copyOf(ties);
        }
    }

    /** Adds a posting to a link. */
    public static Linked link(String link, LinkKind kind, LinkMemory memory, Sighting sighting) {
        LinkMemory after = memory.with(kind, sighting);
        double needed = neededSimilarity(kind, after);
        List<Tie> ties = new ArrayList<>();
        List<Sighting> tied = new ArrayList<>();
        for (Sighting seen : nearestFirst(memory.sightings(), sighting)) {
            double similarity = TextSketch.similarity(seen.signature(), sighting.signature());
            boolean strangers = !kind.leadsToTheSamePeople() && mayBeStrangers(seen, sighting);
            // Those that are alike among themselves were tied when the later of them came.
            if (!strangers && similarity >= needed && tied.stream().noneMatch(other -> isAlike(seen, other, needed))) {
                ties.add(Tie.of(link, kind, seen, sighting, similarity));
                tied.add(seen);
            }
        }
        return new Linked(after, ties);
    }

    /**
     * Lures copy the adverts of boards whole and give another contact. An employer's advert that shows no sign and leads
     * to no person is not tied by its text to one that leads to a person. Nor is it tied to another employer's: what such
     * two have in common is what their board writes around every advert.
     */
    private static boolean mayBeStrangers(Sighting one, Sighting other) {
        boolean copied = isPlain(one) && other.personal() || isPlain(other) && one.personal();
        boolean ofTheirBoard = isPlain(one) && isPlain(other) && one.employer() != other.employer();
        return copied || ofTheirBoard;
    }

    private static boolean isPlain(Sighting sighting) {
        return sighting.employer() != 0 && !sighting.personal() && !sighting.suspicious();
    }

    private static boolean isAlike(Sighting one, Sighting other, double needed) {
        return TextSketch.similarity(one.signature(), other.signature()) >= needed;
    }

    private static List<Sighting> nearestFirst(List<Sighting> sightings, Sighting sighting) {
        return sightings.stream()
                .filter(seen -> !seen.posting().equals(sighting.posting()))
                .sorted(Comparator.comparingDouble(
                        seen -> -TextSketch.similarity(seen.signature(), sighting.signature())))
                .toList();
    }

    private static double neededSimilarity(LinkKind kind, LinkMemory memory) {
        boolean anybodys = isAnybodys(memory);
        return switch (kind) {
            case TEXT -> SAME_TEXT;
            case PERSON, MAILBOX -> anybodys ? SAME_TEXT : 0;
            case HOST -> anybodys ? SAME_TEXT : SOME_TEXT;
        };
    }

    /**
     * Whoever posts lures with a number may also post copied honest adverts with it: one is discounted for each lure.
     * Some adverts of a busy switchboard raise questions too, so that with many unrelated postings the link belongs to
     * nobody in particular, whatever else is posted with it.
     */
    private static boolean isAnybodys(LinkMemory memory) {
        int strangers = memory.strangers().size();
        return strangers >= LinkMemory.MOST_STRANGERS || strangers > FEW_STRANGERS + memory.suspicious();
    }

    static boolean isSameText(String signature, String other) {
        return TextSketch.similarity(signature, other) >= SAME_TEXT;
    }
}
