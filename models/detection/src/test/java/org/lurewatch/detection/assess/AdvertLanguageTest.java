package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.bundle.TestingBundle;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** An assessment says what language the posting is in, and where the bundle was never measured it may only ask. */
class AdvertLanguageTest {
    private static final String LURE = " no experience needed, registration fee";
    private static final String ENGLISH = "We are looking for people for a job from home with our company." + LURE;
    private static final String POLISH =
            "Szukamy osób do pracy w firmie, praca zdalna z domu, zarobki co tydzień." + LURE;

    private static Detector asksOnly;
    private static Detector warns;

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        BundleWriter.write(folder, TestingBundle.contents());
        asksOnly =
                BundleLoader.load(folder, new PolicyChoice("careful", OptionalDouble.empty(), OptionalDouble.empty()));
        warns = BundleLoader.load(folder);
    }

    @Test
    void aLanguageWithEnoughHonestAdvertsWasMeasured() {
        Assessment assessment = asksOnly.assess(Written.posting(ENGLISH));
        assertEquals(new AdvertLanguage(Optional.of("en"), true), assessment.language());
        assertEquals(Verdict.LIKELY_SCAM, assessment.verdict());
        assertEquals(0.8, assessment.thresholds().likely());
    }

    @Test
    void whereTheLanguageWasNeverMeasuredThePolicyMayOnlyAsk() {
        Assessment assessment = asksOnly.assess(Written.posting(POLISH));
        assertEquals(new AdvertLanguage(Optional.of("pl"), false), assessment.language());
        assertEquals(Verdict.UNSURE, assessment.verdict());
        assertFalse(assessment.questions().isEmpty());
        assertEquals(Verdict.UNSURE, assessment.thresholds().verdict(1), "nor does anything that others add warn");
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                assessment.flip().orElseThrow().verdict(),
                "what flips it is what makes it suspicious");
    }

    @Test
    void anotherPolicyWarnsInAnyLanguageAndSaysThatItWasNeverMeasured() {
        Assessment assessment = warns.assess(Written.posting(POLISH));
        assertEquals(Verdict.LIKELY_SCAM, assessment.verdict());
        assertFalse(assessment.language().measured());
        assertEquals(asksOnly.assess(Written.posting(POLISH)).score(), assessment.score());
    }

    @Test
    void wordsThatTellNoLanguageWereMeasuredInNone() {
        Assessment assessment = asksOnly.assess(Written.posting("XQZ 4711"));
        assertEquals(AdvertLanguage.UNKNOWN, assessment.language());
        assertEquals(Verdict.NO_SIGN_FOUND, assessment.verdict());
    }

    @Test
    void whatIsTakenAwayInTheSearchForAFlipDoesNotChangeTheLanguage() {
        JobPosting posting = new JobPosting(
                "1",
                "",
                Map.of(PostingField.TITLE, "Praca z domu", PostingField.DESCRIPTION, LURE + ", high salary"),
                null,
                null);
        Assessment assessment = warns.assess(posting);
        assertEquals(Optional.of("pl"), assessment.language().code());
        assertTrue(assessment.flip().isPresent());
    }
}
