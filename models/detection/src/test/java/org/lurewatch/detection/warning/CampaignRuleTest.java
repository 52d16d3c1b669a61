package org.lurewatch.detection.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.campaign.Template;

class CampaignRuleTest {
    private static final String TEMPLATE = "earn $ {pay} a day from home and write to our manager";
    /** What no search finds: where it stands, none was made. */
    private static final Optional<Template> NOT_SOUGHT = Optional.of(new Template("not sought", List.of()));

    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void theFirstTemplateIsLookedForWithThePostingAndNotAgainForReaders() {
        KnownCampaign before = published(2);
        KnownCampaign after = CampaignRule.with(Optional.of(before), report(3));
        assertEquals(TEMPLATE, template(after));

        KnownCampaign other = after.withTemplate(NOT_SOUGHT);
        assertEquals("not sought", template(CampaignRule.withNewestTemplate(before, other)));
    }

    @Test
    void whatWasNotFoundInTheseTextsIsNotLookedForAgain() {
        KnownCampaign before = published(3).withTemplate(Optional.empty());
        KnownCampaign after = CampaignRule.with(Optional.of(before), report(3));

        assertEquals(Optional.empty(), after.template());
        assertEquals(after, CampaignRule.withNewestTemplate(before, after));
    }

    @Test
    void aTemplateIsLookedForAgainWhereTheTextsAreNewer() {
        KnownCampaign before = published(3).withTemplate(NOT_SOUGHT);

        KnownCampaign grown = CampaignRule.with(Optional.of(before), report(4));
        assertEquals("not sought", template(grown));
        assertEquals(TEMPLATE, template(CampaignRule.withNewestTemplate(before, grown)));

        KnownCampaign seenAgain = CampaignRule.with(Optional.of(before), report(2));
        assertEquals("not sought", template(CampaignRule.withNewestTemplate(before, seenAgain)));
    }

    @Test
    void growthThatWaitedMayHaveBroughtTexts() {
        KnownCampaign waiting = published(3).withTemplate(NOT_SOUGHT).due(1);

        assertEquals(TEMPLATE, template(CampaignRule.withNewestTemplate(waiting, waiting)));
    }

    @Test
    void aCampaignIsPublishedWithItsSecondPostingAndGrowthAnHourLater() {
        CampaignStep first = reported(Optional.empty(), report(1), 1);
        assertEquals(Optional.empty(), first.published());
        CampaignStep second = reported(Optional.of(first.known()), report(2), 2);
        assertEquals(1, second.published().orElseThrow().revision());
        assertEquals(
                List.of("board/1", "board/2"), second.published().orElseThrow().postingKeys());

        CampaignStep third = reported(Optional.of(second.known()), report(3), 3);
        assertEquals(2, third.published().orElseThrow().revision(), "its first template");
        CampaignStep fourth = reported(Optional.of(third.known()), report(4), 4);
        assertEquals(Optional.empty(), fourth.published());
        assertEquals(4 + HOUR, fourth.known().due());
        assertTrue(fourth.known().isDue(4 + HOUR));

        CampaignStep grown = CampaignRule.grown("c1", fourth.known(), 4 + HOUR);
        assertEquals(4, grown.published().orElseThrow().postings());
        assertEquals(0, grown.known().due());
    }

    @Test
    void growthThatSaysNothingNewIsNotPublished() {
        KnownCampaign known = published(2);
        CampaignStep seenAgain = reported(Optional.of(known), report(2), 5);
        assertEquals(5 + HOUR, seenAgain.known().due());

        CampaignStep grown = CampaignRule.grown("c1", seenAgain.known(), 5 + HOUR);

        assertEquals(Optional.empty(), grown.published());
        assertEquals(known, grown.known());
    }

    @Test
    void theNewsThatItBecamePartOfAnotherIsTheLast() {
        CampaignStep merged = reported(Optional.of(published(2)), moved(), 5);
        assertEquals(Optional.of("c2"), merged.published().orElseThrow().mergedInto());

        CampaignStep after = reported(Optional.of(merged.known()), report(3), 6);
        assertEquals(Optional.empty(), after.published());
        assertEquals(0, after.known().due());
    }

    @Test
    void aCampaignOfHonestPostingsIsPublishedOnceReviewersCallItAScam() {
        CampaignStep step = reported(Optional.empty(), report(1, Verdict.NO_SIGN_FOUND, Standing.OPEN), 1);
        step = reported(Optional.of(step.known()), report(2, Verdict.NO_SIGN_FOUND, Standing.OPEN), 2);
        assertEquals(Optional.empty(), step.published());

        step = reported(Optional.of(step.known()), report(2, Verdict.NO_SIGN_FOUND, Standing.CONFIRMED), 3);
        assertEquals(Verdict.LIKELY_SCAM, step.published().orElseThrow().verdict());

        step = reported(Optional.of(step.known()), report(1, Verdict.NO_SIGN_FOUND, Standing.CLEARED), 4);
        assertEquals(Standing.DISPUTED, step.published().orElseThrow().standing());
    }

    /** A campaign of so many postings, of which readers know. */
    private static KnownCampaign published(int postings) {
        Optional<KnownCampaign> known = Optional.empty();
        for (int posting = 1; posting <= postings; posting++) {
            known = Optional.of(CampaignRule.with(known, report(posting)));
        }
        return known.orElseThrow().published(CampaignRule.current("c1", known.orElseThrow(), 0));
    }

    private static CampaignStep reported(Optional<KnownCampaign> before, PostingReport report, long now) {
        return CampaignRule.reported("c1", before, report, now);
    }

    private static String template(KnownCampaign known) {
        return known.template().orElseThrow().text();
    }

    private static PostingReport report(int posting) {
        return report(posting, Verdict.LIKELY_SCAM, Standing.OPEN);
    }

    private static PostingReport report(int posting, Verdict verdict, Standing standing) {
        return new PostingReport(
                Optional.empty(),
                posting,
                new CampaignPosting(
                        "" + posting,
                        "board/" + posting,
                        posting,
                        verdict,
                        0.9,
                        Optional.empty(),
                        0,
                        standing,
                        List.of()),
                List.of(),
                "board",
                "en",
                "earn $ 10" + posting + " a day from home and write to our manager");
    }

    private static PostingReport moved() {
        PostingReport report = report(2);
        return new PostingReport(
                Optional.of("c2"),
                report.count(),
                report.posting(),
                report.handles(),
                report.source(),
                report.language(),
                report.text());
    }
}
