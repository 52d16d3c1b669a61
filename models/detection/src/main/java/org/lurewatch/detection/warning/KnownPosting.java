package org.lurewatch.detection.warning;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.CampaignNews;
import org.lurewatch.detection.campaign.Standing;

/**
 * What is known of a posting.
 *
 * @param own what it says by itself; empty where only news of it came
 * @param campaign the newest news of its campaign
 * @param reviewed what reviewers say of this very posting; empty where they never said anything
 * @param sent the warning that was sent last
 * @param lastSeen event time of whatever came last for it, in milliseconds
 */
public record KnownPosting(
        Optional<OwnAssessment> own,
        Optional<CampaignNews> campaign,
        Optional<Standing> reviewed,
        Optional<SentWarning> sent,
        long lastSeen) {
    public KnownPosting {
        Objects.requireNonNull(own);
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(reviewed);
        Objects.requireNonNull(sent);
    }

    /** A posting of which nothing is known but when the first thing came for it. */
    public static KnownPosting first(long seen) {
        return new KnownPosting(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), seen);
    }

    /** The same when something came for it at this time. */
    public KnownPosting seen(long time) {
        return new KnownPosting(own, campaign, reviewed, sent, Math.max(lastSeen, time));
    }

    /** What reviewers say that holds for it: what they say of the posting itself, else of its campaign. */
    public Standing standing() {
        return ofItself().or(() -> campaign.map(CampaignNews::standing)).orElse(Standing.OPEN);
    }

    /** A reviewed posting is a campaign of its own until others join; no reader is told of that one. */
    Optional<String> publicCampaign() {
        return campaign.filter(news -> news.count() >= CampaignEntry.FEWEST_REPORTED)
                .map(CampaignNews::campaign);
    }

    /** What reviewers say of the posting itself now, where that is anything. */
    Optional<Standing> ofItself() {
        return reviewed.filter(standing -> standing != Standing.OPEN);
    }

    boolean wasSentAsLikely() {
        return sent.filter(last -> last.verdict() == Verdict.LIKELY_SCAM).isPresent();
    }

    KnownPosting assessed(OwnAssessment now) {
        return new KnownPosting(Optional.of(now), campaign, reviewed, sent, lastSeen);
    }

    KnownPosting heard(Optional<CampaignNews> news, Optional<Standing> review) {
        return new KnownPosting(own, news.or(() -> campaign), review.or(() -> reviewed), sent, lastSeen);
    }

    KnownPosting sent(CurrentWarning warning) {
        SentWarning now = new SentWarning(
                warning.revision(),
                warning.verdict(),
                warning.scamType(),
                warning.otherScamType(),
                warning.campaign(),
                reviewed);
        return new KnownPosting(own, campaign, reviewed, Optional.of(now), lastSeen);
    }
}
