package org.lurewatch.web.view;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which campaigns are wanted. A campaign must fit each part; an empty part is fitted by all. Those that turned out to be part
 * of another one are left out.
 *
 * @param since with a posting then or later
 * @param until with a posting before
 * @param languages of which it has one: {@code zh} is fitted by {@code zh-Hant} too
 * @param scamTypes codes
 * @param verdicts as on the wire
 * @param sources platforms
 */
public record CampaignFilter(
        Optional<Instant> since,
        Optional<Instant> until,
        Set<String> languages,
        Set<String> scamTypes,
        Set<String> verdicts,
        Set<String> sources) {
    /** Every campaign is wanted. */
    public static final CampaignFilter ALL =
            new CampaignFilter(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of());

    public CampaignFilter {
        languages = Set.copyOf(languages);
        scamTypes = Set.copyOf(scamTypes);
        verdicts = Set.copyOf(verdicts);
        sources = Set.copyOf(sources);
    }
}
