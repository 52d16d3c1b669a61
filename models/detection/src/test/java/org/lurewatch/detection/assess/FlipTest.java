package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.TestingPostings;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.bundle.TestingBundle;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

class FlipTest {
    private static Detector testing;
    private static Detector baseline;

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        BundleWriter.write(folder, TestingBundle.contents());
        testing = BundleLoader.load(folder);
        baseline = BundleLoader.load(Path.of("..", "baseline"));
    }

    @Test
    void theFewestStrongestReasonsAreDecisive() {
        Assessment assessment = testing.assess(Written.posting("No experience needed. Small registration fee."));
        assertEquals(Verdict.LIKELY_SCAM, assessment.verdict());
        assertEquals(List.of("registration fee"), decisive(assessment));
        assertEquals(new Flip(Verdict.NO_SIGN_FOUND, 0), assessment.flip().orElseThrow());
    }

    @Test
    void aReasonThatStandsThereTwiceHasToGoTwice() {
        Assessment assessment = testing.assess(Written.posting("Registration fee! Registration fee!"));
        assertEquals(Verdict.UNSURE, assessment.verdict());
        assertEquals(List.of("Registration fee", "Registration fee"), decisive(assessment));
    }

    @Test
    void whatFlipsAPostingOfHostileLengthIsNotLookedForWithoutEnd() {
        String fee = "No experience needed. Small registration fee. ";
        Assessment longOne = testing.assess(Written.posting(fee.repeat(500)));
        Assessment tooLong = testing.assess(Written.posting(fee.repeat(5_000)));
        assertEquals(Verdict.LIKELY_SCAM, longOne.verdict());
        assertTrue(longOne.flip().isPresent());
        assertEquals(Verdict.LIKELY_SCAM, tooLong.verdict());
        assertTrue(tooLong.flip().isEmpty());
    }

    @Test
    void aMildVerdictHasNothingToFlip() {
        Assessment assessment = testing.assess(Written.posting("We never ask a registration fee"));
        assertEquals(Verdict.NO_SIGN_FOUND, assessment.verdict());
        assertTrue(assessment.flip().isEmpty());
        assertTrue(decisive(assessment).isEmpty());
    }

    @Test
    void whatIsLeftWithoutTheDecisiveQuotesOfALureIsNoLure() throws IOException {
        int lures = 0;
        int flipped = 0;
        for (TestingPostings.Labelled labelled : TestingPostings.written()) {
            Assessment assessment = baseline.assess(labelled.posting());
            if (!labelled.set().equals("demo") || !labelled.isScam() || !assessment.isWarning()) {
                continue;
            }
            lures++;
            if (assessment.flip().isPresent() && assessment.flip().get().unlisted() == 0) {
                assertFalse(decisive(assessment).isEmpty());
                Verdict left = baseline.assess(withoutDecisive(labelled.posting(), assessment))
                        .verdict();
                assertNotEquals(Verdict.LIKELY_SCAM, left, labelled.posting().identifier());
                flipped++;
            }
        }
        assertTrue(lures > 50, lures + " lures");
        assertTrue(flipped >= 0.9 * lures, flipped + " of " + lures);
    }

    private static List<String> decisive(Assessment assessment) {
        return assessment.evidence().stream()
                .filter(Evidence::decisive)
                .map(Evidence::quote)
                .toList();
    }

    /** Takes the quotes out from the back, so that offsets stay right; written here a second time on purpose. */
    private static JobPosting withoutDecisive(JobPosting posting, Assessment assessment) {
        Map<PostingField, String> texts = new EnumMap<>(posting.texts());
        assessment.evidence().stream()
                .filter(Evidence::decisive)
                .sorted((one, other) -> Integer.compare(other.start(), one.start()))
                .forEach(evidence -> texts.computeIfPresent(
                        evidence.field(),
                        (field, text) -> text.substring(0, evidence.start()) + " "
                                + text.substring(Math.min(evidence.end(), text.length()))));
        texts.putIfAbsent(PostingField.DESCRIPTION, "-");
        texts.computeIfPresent(PostingField.DESCRIPTION, (field, text) -> text.isBlank() ? "-" : text);
        return posting.withTexts(texts);
    }
}
