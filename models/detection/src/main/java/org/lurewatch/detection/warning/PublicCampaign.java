package org.lurewatch.detection.warning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.campaign.Template;

/**
 * What readers are told of a campaign.
 *
 * @param id the same for all revisions
 * @param revision from 1
 * @param postings how many belong to it
 * @param template what its postings have in common
 * @param handles contacts as KIND:value
 * @param sources platforms
 * @param languages BCP 47 tags
 * @param employers how many different ones its postings name
 * @param firstSeen event time of the oldest posting, in milliseconds
 * @param lastSeen event time of the newest posting, in milliseconds
 * @param score the highest of its postings
 * @param verdict the gravest of its postings, or what reviewers say
 * @param scamType code of the kind of scam of its highest score
 * @param standing what reviewers say
 * @param mergedInto the campaign that it turned out to be part of
 * @param postingKeys keys of its postings, source/identifier
 * @param updatedAt event time at which this revision was made, in milliseconds
 */
public record PublicCampaign(
        String id,
        int revision,
        int postings,
        Optional<Template> template,
        List<String> handles,
        List<String> sources,
        List<String> languages,
        int employers,
        long firstSeen,
        long lastSeen,
        double score,
        Verdict verdict,
        Optional<String> scamType,
        Standing standing,
        Optional<String> mergedInto,
        List<String> postingKeys,
        long updatedAt) {
    public PublicCampaign {
        Objects.requireNonNull(id);
        Objects.requireNonNull(template);
        handles = List.copyOf(handles);
        sources = List.copyOf(sources);
        languages = List.copyOf(languages);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(standing);
        Objects.requireNonNull(mergedInto);
        postingKeys = List.copyOf(postingKeys);
    }

    /** Whether anything but its number and time differs from another revision. */
    boolean saysMoreThan(PublicCampaign other) {
        return !numbered(other.revision, other.updatedAt).equals(other);
    }

    private PublicCampaign numbered(int number, long time) {
        return new PublicCampaign(
                id,
                number,
                postings,
                template,
                handles,
                sources,
                languages,
                employers,
                firstSeen,
                lastSeen,
                score,
                verdict,
                scamType,
                standing,
                mergedInto,
                postingKeys,
                time);
    }
}
