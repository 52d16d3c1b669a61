package org.lurewatch.trainer.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Outcomes;

class UnseenFoldsTest {
    private static final List<String> LANGUAGES =
            List.of("en-US", "en/id", "id", "zh-Hans", "zh-TW", "vi", "ru", "uk", "bn", "bn-Latn", "ko/en", "es-PE");

    private final List<Sample> samples = samples();

    @Test
    void everySampleIsMeasuredOnceAndNothingOfItsSiteIsSeen() {
        List<UnseenFolds.Part> parts = new UnseenFolds(samples, LeftOut.SITES, 1).parts();
        assertEachIsMeasuredOnce(parts);
        for (UnseenFolds.Part part : parts) {
            Set<String> sites = part.measured().stream()
                    .filter(Sample::isOfSite)
                    .map(Sample::site)
                    .collect(Collectors.toSet());
            assertTrue(
                    part.seen().stream().noneMatch(sample -> sites.contains(sample.site())), "fold " + part.number());
            assertFalse(part.seen().isEmpty());
        }
        assertTrue(parts.size() > 5 && parts.size() <= 10, "folds: " + parts.size());
    }

    @Test
    void everySampleIsMeasuredOnceAndNothingOfItsLanguageIsSeen() {
        List<UnseenFolds.Part> parts = new UnseenFolds(samples, LeftOut.LANGUAGES, 1).parts();
        assertEachIsMeasuredOnce(parts);
        for (UnseenFolds.Part part : parts) {
            Set<String> measured = part.measured().stream()
                    .map(sample -> languages(sample).iterator().next())
                    .collect(Collectors.toSet());
            assertTrue(
                    part.seen().stream().allMatch(sample -> Collections.disjoint(languages(sample), measured)),
                    "fold " + part.number() + " measures " + measured);
        }
    }

    @Test
    void noGroupStandsOnBothSides() {
        for (LeftOut leftOut : LeftOut.values()) {
            for (UnseenFolds.Part part : new UnseenFolds(samples, leftOut, 1).parts()) {
                Set<String> groups = groups(part.measured());
                groups.retainAll(groups(part.seen()));
                assertEquals(Set.of(), groups, leftOut + ", fold " + part.number());
            }
        }
    }

    @Test
    void scriptsAndRegionsOfALanguageAreLeftOutTogether() {
        for (UnseenFolds.Part part : new UnseenFolds(samples, LeftOut.LANGUAGES, 1).parts()) {
            Set<String> measured = stated(part.measured());
            assertEquals(measured.contains("zh-Hans"), measured.contains("zh-TW"));
            assertEquals(measured.contains("bn"), measured.contains("bn-Latn"));
            assertEquals(measured.contains("en-US"), measured.contains("en/id"), "the first language counts");
            if (measured.contains("id")) {
                assertFalse(stated(part.seen()).contains("en/id"));
            }
        }
    }

    @Test
    void anotherSeedDealsAnew() {
        assertFalse(measured(1).equals(measured(2)));
        assertEquals(measured(1), measured(1));
    }

    @Test
    void eachFoldIsJudgedByWhatItMaySee() {
        UnseenFolds folds = new UnseenFolds(samples, LeftOut.SITES, 1);
        Set<String> told = Collections.synchronizedSet(new HashSet<>());
        Outcomes outcomes = folds.outcomes(
                (measured, seen) -> Outcomes.of(measured.stream()
                        .map(sample -> new JudgedSample(sample, "en", seen.size(), Optional.of(Verdict.UNSURE)))
                        .toList()),
                told::add);
        assertEquals(folds.parts().size(), told.size());
        List<Sample> inOrder =
                folds.parts().stream().flatMap(part -> part.measured().stream()).toList();
        assertEquals(
                inOrder, outcomes.whole().stream().map(JudgedSample::sample).toList());
        assertEquals(folds.parts().get(0).seen().size(), outcomes.whole().get(0).score());
    }

    @Test
    void eachSampleGetsTheDetectorThatLearntWithoutItsFold() {
        UnseenFolds folds = new UnseenFolds(samples, LeftOut.SITES, 1);
        Map<Detector, List<Sample>> learntFrom = Collections.synchronizedMap(new IdentityHashMap<>());
        Map<Sample, Detector> detectors = folds.detectors(
                seen -> {
                    Detector detector = posting -> {
                        throw new AssertionError(seen.size() + " were learnt from, and nothing was to be judged");
                    };
                    learntFrom.put(detector, seen);
                    return detector;
                },
                progress -> {});
        assertEquals(samples.size(), detectors.size());
        for (UnseenFolds.Part part : folds.parts()) {
            for (Sample sample : part.measured()) {
                assertEquals(part.seen(), learntFrom.get(detectors.get(sample)), "fold " + part.number());
            }
        }
    }

    @Test
    void whatCannotBeLearntWithoutIsAProblem() {
        assertEquals(List.of(), new UnseenFolds(samples, LeftOut.SITES, 1).problems());
        List<Sample> oneLanguage = samples.stream()
                .filter(sample -> languages(sample).equals(Set.of("vi")))
                .toList();
        List<String> problems = new UnseenFolds(oneLanguage, LeftOut.LANGUAGES, 1).problems();
        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).endsWith("too little is left to learn from: 0 scams, 0 honest postings"),
                problems.get(0));
    }

    private List<Set<String>> measured(long seed) {
        return new UnseenFolds(samples, LeftOut.SITES, seed)
                .parts().stream().map(part -> groups(part.measured())).toList();
    }

    private void assertEachIsMeasuredOnce(List<UnseenFolds.Part> parts) {
        List<Sample> measured =
                parts.stream().flatMap(part -> part.measured().stream()).toList();
        assertEquals(samples.size(), measured.size());
        assertEquals(new HashSet<>(samples), new HashSet<>(measured));
    }

    private static Set<String> groups(List<Sample> samples) {
        return samples.stream().map(sample -> sample.labelled().group()).collect(Collectors.toSet());
    }

    private static Set<String> languages(Sample sample) {
        return PostingLanguage.all(sample.labelled().posting());
    }

    private static Set<String> stated(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.labelled().posting().text(PostingField.IN_LANGUAGE).stream())
                .collect(Collectors.toSet());
    }

    /** Sites of adverts, sources of lures and a file of one source; a few groups reach across sites and languages. */
    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        ScamType[] kinds = ScamType.values();
        for (int i = 0; i < 600; i++) {
            String language = LANGUAGES.get(i % LANGUAGES.size());
            String group = i % 50 == 0 ? "shared" + i % 4 : "g" + i / 2;
            Label label = i % 3 == 0 ? Label.SCAM : Label.LEGITIMATE;
            String file = i % 5 == 0 ? "written" : label == Label.SCAM ? "chats" : "boards";
            JobPosting posting = new JobPosting(
                    "p" + i, "", Map.of(PostingField.TITLE, "cook", PostingField.IN_LANGUAGE, language), null, null);
            LabelledPosting labelled = new LabelledPosting(
                    posting,
                    label,
                    label == Label.SCAM ? Optional.of(kinds[i / 3 % kinds.length]) : Optional.empty(),
                    group,
                    file,
                    "");
            samples.add(new Sample(labelled, file, file.equals("written") ? file : file + i % 20));
        }
        return samples;
    }
}
