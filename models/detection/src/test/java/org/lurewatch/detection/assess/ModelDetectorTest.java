package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.bundle.TestingBundle;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;

class ModelDetectorTest {
    private static Detector testing;
    private static Detector baseline;

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        BundleWriter.write(folder, TestingBundle.contents());
        testing = BundleLoader.load(folder);
        baseline = BundleLoader.load(Path.of("..", "baseline"));
    }

    @Test
    void aTextThatSaysNothingRaisesNoQuestion() {
        assertEquals(Verdict.NO_SIGN_FOUND, baseline.assess(posting("...")).verdict());
    }

    @Test
    void evidenceQuotesTheRawTextBehindTagsEntitiesAndEmoji() {
        String raw = "<p>💰💰 <b>No&nbsp;experience</b> needed!</p><p>Small regis&shy;tration <i>fee</i> 🙏</p>";
        Assessment assessment = testing.assess(posting(raw));
        assertEquals(Verdict.LIKELY_SCAM, assessment.verdict());
        assertEquals(
                List.of("regis&shy;tration <i>fee", "No&nbsp;experience</b> needed"),
                assessment.evidence().stream().map(Evidence::quote).toList());
        for (Evidence evidence : assessment.evidence()) {
            assertEquals(raw.substring(evidence.start(), evidence.end()), evidence.quote());
            assertEquals(PostingField.DESCRIPTION, evidence.field());
            assertEquals(0, evidence.edits());
        }
        Evidence fee = assessment.evidence().get(0);
        assertEquals(
                "fee_deposit O01 registration fee en",
                String.join(" ", fee.signal(), fee.indicator(), fee.phrase(), fee.language()));
        assertEquals(4, fee.contribution(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Urgently hiring customer service, young and energetic, free accommodation",
                "Urgently hiring! Free accommodation! Customer service! Young and energetic! URGENTLY HIRING!"
            })
    void weakSignalsAloneAreNoWarning(String text) {
        Assessment assessment = testing.assess(posting(text));
        assertTrue(assessment.score() > 0.99, "the weak signals do add up: " + assessment.score());
        assertEquals(Verdict.UNSURE, assessment.verdict());
        assertEquals(5, assessment.questions().size());
    }

    @Test
    void aTextAboutScamsIsNoScamUnlessItOffersPaysAndGivesAHandle() {
        String warning = "Police warn of adverts with no experience needed and a registration fee.";
        assertEquals(Verdict.ABOUT_SCAMS, testing.assess(posting(warning)).verdict());
        String bait = warning + " We are honest: 2000 USD a month, Telegram @honest_boss_1";
        assertEquals(Verdict.LIKELY_SCAM, testing.assess(posting(bait)).verdict());
    }

    @Test
    void aDeniedFeeIsNoSign() {
        Assessment assessment = testing.assess(posting("We never ask a registration fee"));
        assertEquals(Verdict.NO_SIGN_FOUND, assessment.verdict());
        assertTrue(assessment.evidence().isEmpty());
        assertEquals(1 / (1 + Math.exp(4)), assessment.score(), 1e-12);
    }

    @Test
    void aPlaceIsNoSign() {
        Assessment one = testing.assess(posting("Cooks for a hotel in Lyon, no experience needed"));
        Assessment other = testing.assess(posting("Cooks for a hotel in Sihanoukville, no experience needed"));
        assertEquals(one.score(), other.score());
        assertEquals(one.verdict(), other.verdict());
    }

    @Test
    void theSamePostingGivesTheSameAssessmentInAnyOrderAndFromTwoThreads()
            throws IOException, ExecutionException, InterruptedException {
        List<JobPosting> postings = new ArrayList<>();
        for (String language : List.of("en", "zh-Hant", "th", "vi", "ar", "my")) {
            postings.addAll(Written.of(language).subList(0, 15));
        }
        List<Assessment> expected = postings.stream().map(baseline::assess).toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, postings.size()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        Callable<List<Assessment>> shuffled = () -> {
            Assessment[] assessments = new Assessment[postings.size()];
            order.forEach(i -> assessments[i] = baseline.assess(postings.get(i)));
            return List.of(assessments);
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<Assessment>> again : threads.invokeAll(List.of(shuffled, shuffled))) {
                assertEquals(expected, again.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans", "km", "hi", "ru", "ja", "ur"})
    void everyQuoteOfAWrittenPostingIsItsRawText(String language) throws IOException {
        int quotes = 0;
        for (JobPosting posting : Written.of(language).subList(0, 30)) {
            for (Evidence evidence : baseline.assess(posting).evidence()) {
                String raw = posting.text(evidence.field()).orElseThrow();
                assertEquals(raw.substring(evidence.start(), evidence.end()), evidence.quote());
                assertFalse(evidence.quote().isEmpty());
                quotes++;
            }
        }
        assertTrue(quotes > 30, quotes + " quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "<p>", "registration fee ", "加微信", "@a1234 ", "1000$ ", "\u0336", "&#x1F600;", "a "})
    void aFieldOfTheLargestSizeIsAssessedAndWritten(String unit) {
        String raw = unit.repeat(PostingLimits.DEFAULT.maxFieldChars() / unit.length());
        Assessment assessment = baseline.assess(posting("Registration fee " + raw));
        int quoted = assessment.evidence().stream()
                .mapToInt(evidence ->
                        evidence.quote().length() + evidence.phrase().length())
                .sum();
        assertTrue(quoted < 10_000, quoted + " characters");
        for (Evidence evidence : assessment.evidence()) {
            String quote = evidence.quote();
            assertFalse(!quote.isEmpty() && Character.isHighSurrogate(quote.charAt(quote.length() - 1)));
        }
    }

    private static JobPosting posting(String description) {
        return Written.posting(description);
    }
}
