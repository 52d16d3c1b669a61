package org.lurewatch.detection.warning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a posting reports to its campaign.
 *
 * @param movedTo the campaign that the posting went to with all of its campaign; empty where it belongs to this one
 * @param count postings of the campaign when this one heard of it
 * @param posting the posting
 * @param handles its contacts as KIND:value
 * @param source its platform, or the empty string
 * @param language its BCP 47 tag
 * @param text the beginning of its prose, or the empty string
 */
public record PostingReport(
        Optional<String> movedTo,
        int count,
        CampaignPosting posting,
        List<String> handles,
        String source,
        String language,
        String text) {
    public PostingReport {
        Objects.requireNonNull(movedTo);
        Objects.requireNonNull(posting);
        handles = List.copyOf(handles);
        Objects.requireNonNull(source);
        Objects.requireNonNull(language);
        Objects.requireNonNull(text);
    }
}
