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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.web.view.ViewStore;

class ViewMemoryTest {
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
        return BundleLoader.open(Path.of("../../models/baseline"))
                .detector(PolicyChoice.DEFAULT)
                .assess(posting);
    }
}
