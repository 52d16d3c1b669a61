package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.links.Footprint;

/**
 * Finds what postings have in common and where they differ, by minimum description length as InfoShield does (Lee et
 * al., ICDE 2021): a word belongs to the template where writing it down once, and the exceptions, is shorter than
 * writing it down in each posting. See RATIONALE.md, "A campaign's template is looked for when readers are told".
 */
public final class TemplateFinder {
    /** Beyond these, more samples change little and cost more. */
    public static final int MOST_SAMPLES = 8;

    static final int LONGEST_SAMPLE = Footprint.LONGEST_SAMPLE;

    private static final int FEWEST_SAMPLES = 3;

    private TemplateFinder() {}

    /**
     * The template of a campaign.
     *
     * @param samples beginnings of comparable texts; the first {@link #MOST_SAMPLES} are looked at, of each the first
     *     {@link #LONGEST_SAMPLE} units
     * @return empty where there are fewer than three, or where they have too little in common to be shorter for it
     */
    public static Optional<Template> find(List<String> samples) {
        if (samples.size() < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        List<SampleText> texts = SampleText.of(samples.stream()
                .limit(MOST_SAMPLES)
                .map(sample -> sample.length() > LONGEST_SAMPLE ? sample.substring(0, LONGEST_SAMPLE) : sample)
                .toList());
        return Consensus.of(texts)
                .map(Consensus::withoutStrangers)
                .filter(consensus -> consensus.samples().size() >= FEWEST_SAMPLES)
                .filter(Consensus::isShorter)
                .map(Consensus::template);
    }
}
