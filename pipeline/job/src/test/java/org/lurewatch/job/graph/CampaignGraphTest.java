package org.lurewatch.job.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.job.operators.campaign.ExampleAssessed;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class CampaignGraphTest {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestingCluster.start();

    private static CampaignRun byOne;

    @BeforeAll
    static void runByOne(@InjectMiniCluster MiniCluster cluster) throws Exception {
        byOne = run(1, cluster);
    }

    @Test
    void readersEndUpWithVerdictsAndCampaigns() {
        assertEquals(
                Map.of(
                        "a1", Verdict.LIKELY_SCAM,
                        "a2", Verdict.LIKELY_SCAM,
                        "a3", Verdict.LIKELY_SCAM,
                        "a4", Verdict.LIKELY_SCAM,
                        "a5", Verdict.LIKELY_SCAM,
                        "a6", Verdict.LIKELY_SCAM,
                        "b1", Verdict.NO_SIGN_FOUND,
                        "b2", Verdict.NO_SIGN_FOUND,
                        "h1", Verdict.LIKELY_SCAM,
                        "lone", Verdict.NO_SIGN_FOUND),
                byOne.verdicts());
        String handA = byOne.held().get("a1").getCampaignId();
        String handB = byOne.held().get("b1").getCampaignId();
        for (String posting : List.of("a2", "a3", "a4", "a5", "a6")) {
            assertEquals(handA, byOne.held().get(posting).getCampaignId(), posting);
        }
        assertEquals(handB, byOne.held().get("b2").getCampaignId());
        assertEquals(Set.of(handA, handB), byOne.campaigns().keySet());
        Campaign a = byOne.campaigns().get(handA);
        assertEquals(
                List.of("board/a1", "board/a2", "board/a3", "board/a4", "board/a5", "board/a6"), a.getPostingKeys());
        assertEquals(6, a.getPostings());
        assertEquals(Verdict.LIKELY_SCAM, a.getVerdict());
        assertEquals(CampaignStanding.OPEN, a.getStanding());
        assertEquals(List.of("TELEGRAM:hand-a"), a.getHandles());
        Campaign b = byOne.campaigns().get(handB);
        assertEquals(List.of("board/b1", "board/b2", "board/b3"), b.getPostingKeys());
        assertEquals(Verdict.NO_SIGN_FOUND, b.getVerdict());
        assertEquals(CampaignStanding.CLEARED, b.getStanding());
    }

    @Test
    void aWarningNamesNoCampaignThatNobodyIsToldOf() {
        byOne.held().forEach((posting, warning) -> {
            boolean known = warning.getCampaignId() == null || byOne.campaigns().containsKey(warning.getCampaignId());
            assertTrue(known, posting);
        });
    }

    @Test
    void aLateWarningHasItsPostingsIdAndSaysWhy() {
        for (String posting : List.of("a2", "a5", "a6", "h1")) {
            ScamWarning late = byOne.warningsOf(posting).get(0);
            assertEquals(ExampleAssessed.id(posting), late.getWarningId());
            assertEquals(1, late.getRevision());
            assertNotNull(late.getRevisionReason(), posting);
        }
        assertNull(byOne.warningsOf("a1").get(0).getRevisionReason());
    }

    @Test
    void whatReplacesAWarningHasItsIdTheNextRevisionAndAReason() {
        assertRevisionsAreOneByOne(byOne);
        assertTrue(byOne.warningsOf("b2").size() > 1);
    }

    @Test
    void theSameTextScrapedAgainBringsNoSecondWarning() {
        List<Verdict> told =
                byOne.warningsOf("lone").stream().map(ScamWarning::getVerdict).toList();
        assertEquals(Verdict.LIKELY_SCAM, told.get(0));
        // What reviewers say reaches a posting by two ways, so it may be taken back in two steps.
        assertEquals(Set.of(Verdict.NO_SIGN_FOUND), Set.copyOf(told.subList(1, told.size())));
    }

    @Test
    void aBrokenReviewIsRejectedAndThoseAfterItTakeEffect() {
        assertEquals(1, byOne.rejects().size());
        assertEquals(RejectReason.MALFORMED_JSON, byOne.rejects().get(0).getReason());
        assertEquals(1, byOne.rejects().get(0).getOffset());
        assertEquals("reviews", byOne.rejects().get(0).getTopic());
    }

    @Test
    void theOutcomeIsTheSameHoweverManyTasksWork(@InjectMiniCluster MiniCluster cluster) throws Exception {
        assertEquals(byOne.outcome(), run(2, cluster).outcome());
    }

    @Test
    void theOutcomeIsTheSameAcrossSavepointsAndRescaling(@TempDir Path folder, @InjectMiniCluster MiniCluster cluster)
            throws Exception {
        CampaignRun run = new CampaignRun(cluster);
        run.start(1, null);
        run.read(CampaignStory.PARTS.get(0));
        run.read(CampaignStory.PARTS.get(1));
        String first = run.stop(folder);
        assertFalse(run.held().isEmpty(), "what was told before the savepoint is held");
        run.start(2, first);
        run.read(CampaignStory.PARTS.get(2));
        String second = run.stop(folder);
        run.start(1, second);
        run.read(CampaignStory.PARTS.get(3));
        run.end();

        assertEquals(byOne.outcome(), run.outcome());
        assertRevisionsAreOneByOne(run);
        assertEquals(1, run.rejects().size());
    }

    private static void assertRevisionsAreOneByOne(CampaignRun run) {
        for (String posting : run.held().keySet()) {
            List<ScamWarning> told = run.warningsOf(posting);
            assertEquals(
                    IntStream.rangeClosed(1, told.size()).boxed().toList(),
                    told.stream().map(ScamWarning::getRevision).toList(),
                    posting);
            assertTrue(told.stream().allMatch(each -> each.getWarningId().equals(ExampleAssessed.id(posting))));
            assertTrue(told.stream().skip(1).noneMatch(each -> each.getRevisionReason() == null), posting);
        }
    }

    private static CampaignRun run(int parallelism, MiniCluster cluster) throws Exception {
        CampaignRun run = new CampaignRun(cluster);
        run.start(parallelism, null);
        for (CampaignStory.Part part : CampaignStory.PARTS) {
            run.read(part);
        }
        String handA = run.held().get("a1").getCampaignId();
        // That the hand has grown is told by event time, which silent reviewers must not hold back.
        run.await(() -> run.campaigns().get(handA).getPostings() == 6);
        run.end();
        return run;
    }
}
