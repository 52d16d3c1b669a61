package org.lurewatch.job.operators.campaign;

import java.util.List;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.ScamWarning;

/** What campaigns are told of their postings, as a test wants it. */
final class ExampleSamples {
    private ExampleSamples() {}

    static CampaignSample sample(String campaign, int count, AssessedPosting posting) {
        return sample(campaign, count, posting, CampaignStanding.OPEN);
    }

    static CampaignSample sample(String campaign, int count, AssessedPosting posting, CampaignStanding standing) {
        ScamWarning warning = posting.getAssessment();
        return CampaignSample.newBuilder()
                .setCampaign(campaign)
                .setCount(count)
                .setPosting(CampaignMember.newBuilder()
                        .setPosting(warning.getWarningId())
                        .setKey("board/" + warning.getPostingId())
                        .setTime(posting.getEventTime())
                        .setVerdict(warning.getVerdict())
                        .setScore(warning.getScore())
                        .setStanding(standing)
                        .build())
                .setHandles(List.of("TELEGRAM:hr"))
                .setSource("board")
                .setLanguage("en")
                .setSample(posting.getSample())
                .build();
    }
}
