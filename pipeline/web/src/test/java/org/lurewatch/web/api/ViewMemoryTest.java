package org.lurewatch.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.campaign;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.review;
import static org.lurewatch.web.view.TestingRecords.warning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.campaign.Template;
import org.lurewatch.detection.campaign.TemplateFinder;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.web.view.ViewStore;

class ViewMemoryTest {
    private static final Detector DETECTOR =
            BundleLoader.open(Path.of("../../models/baseline")).detector(PolicyChoice.DEFAULT);

    @TempDir
    private Path folder;

    private ViewStore view;

    @BeforeEach
    void open() {
        view = ViewStore.open(folder.resolve("view.db"));
    }

    @AfterEach
    void close() {
        view.close();
    }

    @Test
    void aCampaignIsKnownByItsContact() {
        JobPosting posting = posting("new", "Clerk wanted. Telegram: @example_desk, good pay, start at once.");
        Assessment alone = assess(posting);
        assertSame(alone, recall(posting, alone).assessment(), "nothing is known");

        view.apply(List.of(read(0, 0, campaign("c1", 1, 1))));
        PostingMemory.Known known = recall(posting, alone);
        assertEquals(Optional.of("c1"), known.campaignId());
        assertEquals(alone.score(), known.assessment().score());
        assertEquals(alone.verdict(), known.assessment().verdict());
        assertEquals(alone.evidence().size() + 1, known.assessment().evidence().size());
        Evidence last = last(known);
        assertEquals("campaign_same_people", last.signal());
        assertEquals(
                "the same contact is given in campaign c1: 3 postings, likely scam, the latest of 2026-11-20",
                last.phrase());
        assertEquals(0, last.contribution());

        JobPosting other = posting("other", "Clerk wanted. Telegram: @another_desk, good pay, start at once.");
        assertEquals(Optional.empty(), recall(other, assess(other)).campaignId());
    }

    @Test
    void aPostingThatWasWarnedOfIsKnownByItsName() {
        view.apply(List.of(
                read(
                        0,
                        0,
                        ScamWarning.newBuilder(warning("a", 1, 1))
                                .setCampaignId("old")
                                .build()),
                read(
                        0,
                        0,
                        Campaign.newBuilder(campaign("old", 2, 1))
                                .setMergedInto("new")
                                .build()),
                read(0, 1, campaign("new", 1, 1)),
                read(0, 0, review("r1", "a", "ann", 1)),
                read(0, 1, review("r2", "a", "ann", 2)),
                read(0, 2, review("r3", "a", "ben", 2))));
        JobPosting posting = posting("a", "We bake bread, and look for a baker.");
        PostingMemory.Known known = recall(posting, assess(posting));
        assertEquals(Optional.of("new"), known.campaignId());
        assertEquals("review", last(known).signal());
        assertEquals("reviewers say of this posting: scam (2)", last(known).phrase());
        assertTrue(known.assessment().evidence().stream()
                .anyMatch(evidence -> evidence.phrase().startsWith("this posting belongs to campaign new")));
    }

    private static final String LURE =
            "We look for chat operators in a friendly office by the sea, no experience and no language needed."
                    + " You type replies in a group chat, eight hours a day, and a mentor sits beside you from the first"
                    + " morning on. We pay the flight, a shared room and three meals a day. Pay is %s a month, paid on"
                    + " the fifth. Bring nothing but your passport, and be ready to leave this week."
                    + " Write to %s on Telegram: %s";
    private static final String GENERIC =
            "We are hiring now. Good pay and friendly colleagues. Write to us for details, everybody is welcome.";

    @Test
    void aCampaignIsKnownByItsText() {
        view.apply(List.of(read(0, 0, ofTexts("c1", LURE)), read(0, 1, campaign("c2", 1, 1))));
        JobPosting again = posting(
                "new",
                LURE.replace("friendly office", "quiet house")
                        .replace("three meals", "two meals")
                        .formatted("1,400 USD", "Dana", "@sample_dana55"));
        Assessment alone = assess(again);
        PostingMemory.Known known = recall(again, alone);

        assertEquals(
                List.of(Recollection.Kind.SAME_TEXT),
                known.recollections().stream().map(Recollection::kind).toList());
        assertEquals(Optional.of("c1"), known.campaignId());
        assertEquals("campaign_same_text", last(known).signal());
        assertEquals(
                "nearly the same text as in campaign c1: 3 postings, likely scam, the latest of 2026-11-20",
                last(known).phrase());
        assertEquals(0, last(known).contribution());
        assertEquals(alone.score(), known.assessment().score());
        assertEquals(alone.verdict(), known.assessment().verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GENERIC,
                "Pay is good.",
                "Write to Dana on Telegram: @sample_dana55",
                "The town library looks for a librarian for its children's books, 30 hours a week, from May on. You have a"
                        + " degree in library studies and two years with young readers. You read aloud on Saturdays, buy new"
                        + " titles and look after the reading club. Pay by the municipal scale, 30 days of leave, a pension"
                        + " fund. Send your application with a curriculum vitae to the personnel office of the town."
            })
    void anotherTextIsNotTakenForIt(String text) {
        view.apply(List.of(
                read(0, 0, ofTexts("c1", LURE)),
                read(0, 1, ofTexts("short", "Good pay, write to %2$s: %3$s, from %1$s")),
                read(0, 2, campaign("c2", 1, 1))));
        JobPosting posting = posting("new", text);
        Assessment alone = assess(posting);

        assertSame(alone, recall(posting, alone).assessment());
    }

    @Test
    void aTextThatReviewersClearedClearsNoCopy() {
        Campaign cleared = ofTexts("c1", LURE);
        cleared.setPostingKeys(List.of("board/a", "board/b"));
        Campaign open = Campaign.newBuilder(cleared).setRevision(2).build();
        cleared.setStanding(CampaignStanding.CLEARED);
        JobPosting again = posting("new", LURE.formatted("1,400 USD", "Dana", "@sample_dana55"));
        Assessment alone = assess(again);
        Review legitimate = review("r1", "a", "ann", 1);
        legitimate.setJudgement(ReviewJudgement.LEGITIMATE);

        view.apply(List.of(read(0, 0, cleared), read(0, 0, legitimate)));
        assertEquals(List.of(), recall(again, alone).recollections());

        view.apply(List.of(read(0, 1, open)));
        assertEquals(1, recall(again, alone).recollections().size(), "what was said of the other stays with it");

        view.apply(List.of(read(0, 1, review("r2", "b", "ann", 1))));
        assertEquals(
                "reviewers say of postings in this campaign: legitimate (1), scam (1)",
                last(recall(again, alone)).phrase());
    }

    /** A campaign of three postings, as the job tells of it. */
    private static Campaign ofTexts(String id, String text) {
        List<String> samples = Stream.of(
                        text.formatted("1,200 USD", "Anna", "@sample_anna11"),
                        text.formatted("1,250 USD", "Bella", "@sample_bella22"),
                        text.formatted("1,300 USD", "Carla", "@sample_carla33"))
                .map(each -> assess(posting("x", each)).footprint().sample())
                .toList();
        Template template = TemplateFinder.find(samples).orElseThrow();
        return Campaign.newBuilder(campaign(id, 1, 1))
                .setTemplate(template.text())
                .setSlots(template.slots().stream()
                        .map(slot -> new TemplateSlot(slot.kind(), slot.examples()))
                        .toList())
                .setHandles(List.of("TELEGRAM:sample_anna11"))
                .build();
    }

    private PostingMemory.Known recall(JobPosting posting, Assessment assessment) {
        return new ViewMemory(view).recall(posting, assessment);
    }

    private static Evidence last(PostingMemory.Known known) {
        List<Evidence> evidence = known.assessment().evidence();
        return evidence.get(evidence.size() - 1);
    }

    private static JobPosting posting(String id, String text) {
        return new JsonPostingReader(PostingLimits.DEFAULT)
                .read(("{\"source\":\"board\",\"identifier\":\"" + id + "\",\"title\":\"Work\",\"description\":\""
                                + text + "\"}")
                        .getBytes(UTF_8))
                .posting();
    }

    private static Assessment assess(JobPosting posting) {
        return DETECTOR.assess(posting);
    }
}
