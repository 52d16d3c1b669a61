package org.lurewatch.web.view;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which warnings are wanted. A warning must fit each part; an empty part is fitted by all.
 *
 * @param since assessed then or later
 * @param until assessed before
 * @param languages of which it is in one: {@code zh} is fitted by {@code zh-Hant} too, {@code und} by a language that is not
 *     clear
 * @param scamTypes codes
 * @param verdicts as on the wire
 * @param sources platforms
 * @param campaignId the campaign, or one that it turned out to be part of
 */
public record WarningFilter(
        Optional<Instant> since,
        Optional<Instant> until,
        Set<String> languages,
        Set<String> scamTypes,
        Set<String> verdicts,
        Set<String> sources,
        Optional<String> campaignId) {
    /** Every warning is wanted. */
    public static final WarningFilter ALL = new WarningFilter(
            Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    public WarningFilter {
        languages = Set.copyOf(languages);
        scamTypes = Set.copyOf(scamTypes);
        verdicts = Set.copyOf(verdicts);
        sources = Set.copyOf(sources);
    }

    /** The warnings of a campaign. */
    public static WarningFilter ofCampaign(String campaignId) {
        return new WarningFilter(
                Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.of(campaignId));
    }
}
