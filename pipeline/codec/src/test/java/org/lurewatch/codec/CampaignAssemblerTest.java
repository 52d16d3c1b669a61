package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.CampaignMember;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignState;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

class CampaignAssemblerTest {
    static {
        TrustedClasses.register();
    }

    private static final String TEMPLATE = "earn $ {pay} a day from home and write to our manager";
    /** What no search finds: where it stands, none was made. */
    private static final String NOT_SOUGHT = "not sought";

    @Test
    void theFirstTemplateIsLookedForWithThePostingAndNotAgainForReaders() {
        CampaignState before = told(2);
        CampaignState after = CampaignAssembler.with(before, sample(3));
        assertEquals(TEMPLATE, after.getTemplate());

        after.setTemplate(NOT_SOUGHT);
        assertEquals(NOT_SOUGHT, CampaignAssembler.withTemplate(before, after).getTemplate());
    }

    @Test
    void whatWasNotFoundInTheseSamplesIsNotLookedForAgain() {
        CampaignState before = told(3);
        before.setTemplate(null);
        CampaignState after = CampaignAssembler.with(before, sample(3));

        assertNull(after.getTemplate());
        CampaignState told = CampaignAssembler.withTemplate(before, after);
        assertEquals(after, told);
        assertNotSame(after, told);
    }

    @Test
    void aTemplateIsLookedForAgainWhereTheSamplesAreNewer() {
        CampaignState before = told(3);
        before.setTemplate(NOT_SOUGHT);

        CampaignState grown = CampaignAssembler.with(before, sample(4));
        assertEquals(NOT_SOUGHT, grown.getTemplate());
        assertEquals(TEMPLATE, CampaignAssembler.withTemplate(before, grown).getTemplate());

        CampaignState seenAgain = CampaignAssembler.with(before, sample(2));
        assertEquals(
                NOT_SOUGHT, CampaignAssembler.withTemplate(before, seenAgain).getTemplate());
    }

    @Test
    void growthThatWaitedMayHaveBroughtSamples() {
        CampaignState waiting = told(3);
        waiting.setTemplate(NOT_SOUGHT);
        waiting.setDue(1);

        assertEquals(TEMPLATE, CampaignAssembler.withTemplate(waiting, waiting).getTemplate());
    }

    /** A campaign of so many postings, of which readers know. */
    private static CampaignState told(int postings) {
        CampaignState state = null;
        for (int posting = 1; posting <= postings; posting++) {
            state = CampaignAssembler.with(state, sample(posting));
        }
        state.setPublished(CampaignAssembler.campaign("c1", state, 0));
        return state;
    }

    private static CampaignSample sample(int posting) {
        return CampaignSample.newBuilder()
                .setCampaign("c1")
                .setCount(posting)
                .setPosting(CampaignMember.newBuilder()
                        .setPosting("" + posting)
                        .setTime(posting)
                        .setVerdict(Verdict.LIKELY_SCAM)
                        .build())
                .setSample("earn $ 10" + posting + " a day from home and write to our manager")
                .build();
    }
}
