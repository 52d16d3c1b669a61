package org.lurewatch.trainer.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Example;
import org.lurewatch.trainer.train.Recipe;

/** A site's own labels: lures that hold a word of the place, and honest adverts that are the same without it. */
class AdaptationTest {
    private static final Path BASELINE = Path.of("..", "baseline");
    private static final List<String> ROLES = List.of(
            "cook", "driver", "tailor", "plumber", "gardener", "baker", "welder", "florist", "barber", "painter");
    private static final List<String> PLACES =
            List.of("harbour", "market", "school", "hotel", "farm", "clinic", "garage", "museum", "bakery", "depot");
    private static final String LOCAL_WORD = "zorbelka";
    private static final String MEAN_TEXT =
            "Seeking\u001b[31m quiet people for our office. " + "Please call. ".repeat(60);

    @TempDir
    private static Path folder;

    private static Adaptation adaptation;
    private static Path out;
    private static BundleContents old;
    private static ModelDetector before;
    private static ModelDetector after;

    @BeforeAll
    static void adapt() throws IOException {
        adaptation = Adaptation.of(BASELINE, "3-ours", labels(), line -> {});
        out = folder.resolve("first");
        adaptation.write(out);
        old = BundleLoader.contents(BASELINE);
        before = BundleLoader.load(BASELINE);
        after = BundleLoader.load(out);
    }

    @Test
    void aWordThatLuresUseHereIsLearnt() {
        double withTheWord = move(posting(0, lureText("porter", "station")));
        double without = move(posting(0, honestText("porter", "station")));
        assertTrue(withTheWord > 1.5, "the word adds " + withTheWord);
        assertTrue(without < 0, "without it nothing speaks for a lure: " + without);
        assertTrue(caught(adaptation.after()) > caught(adaptation.before()), "also where the label was not seen");
    }

    /** Concepts are shared by languages, so that some adverts move, but far less than those of the labels. */
    @Test
    void elsewhereLittleMoves() throws IOException {
        double average = SampleFiles.read(List.of(Path.of("written", "zh-Hans.jsonl"))).stream()
                .map(sample -> sample.labelled().posting())
                .filter(posting -> Double.isFinite(before.rawScore(posting).logOdds()))
                .mapToDouble(posting -> Math.abs(move(posting)))
                .average()
                .orElseThrow();
        assertTrue(average < 0.3, "adverts of another language moved by " + average);
    }

    @Test
    void onlyTheScamHeadMoves() throws IOException {
        for (String file : List.of("lexicon.tsv", "places.tsv", "about-wording.f32z", "type.f32z")) {
            assertArrayEquals(Files.readAllBytes(BASELINE.resolve(file)), Files.readAllBytes(out.resolve(file)), file);
        }
        assertEquals(BundleLoader.policies(BASELINE), BundleLoader.policies(out));
        BundleContents before = BundleLoader.contents(BASELINE);
        BundleContents after = BundleLoader.contents(out);
        assertEquals(
                before.model().scam().logitOfNothing(), after.model().scam().logitOfNothing());
        assertNotEquals(
                BundleLoader.identify(BASELINE).digest(),
                BundleLoader.identify(out).digest());
    }

    @Test
    void theBundleSaysWhatItWasAdaptedFromAndBy() throws IOException {
        BundleId from = BundleLoader.identify(BASELINE);
        Map<String, String> facts = BundleLoader.contents(out).facts();
        assertEquals("version " + from.version() + ", digest " + from.digest(), facts.get("adapted from"));
        assertEquals("201 labels (101 scam) in 201 groups", facts.get("adapted with"));
        assertEquals(old.facts().get("folds"), facts.get("folds"), "its training is kept");
        String card = Files.readString(out.resolve("MODEL_CARD.md"));
        assertTrue(card.contains(from.digest()) && card.contains("# Model card of bundle 3-ours"), card);
        Adaptation again = Adaptation.of(out, "4", labels(), line -> {});
        assertTrue(
                again.contents().facts().get("adapted from").endsWith("; that one from " + facts.get("adapted from")));
    }

    @Test
    void theSameLabelsGiveTheSameBytes() throws IOException {
        Path second = folder.resolve("second");
        Adaptation.of(BASELINE, "3-ours", labels(), line -> {}).write(second);
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(second.resolve(file.getFileName())),
                        file.toString());
            }
        }
    }

    @Test
    void moreLabelsMoveFurther() {
        List<Example> all = adaptation.labels();
        double last = 0;
        for (int ofEach : new int[] {15, 30, 100}) {
            List<Example> few = new ArrayList<>(all.subList(0, ofEach));
            few.addAll(all.subList(100, 100 + ofEach));
            float[] moved = BundleTrainer.adapted(old.model(), few, Recipe.DEFAULT)
                    .scam()
                    .wordingWeights();
            double squares = 0;
            for (int i = 0; i < moved.length; i++) {
                squares += Math.pow(moved[i] - old.model().scam().wordingWeights()[i], 2);
            }
            assertTrue(squares > 1.5 * last, 2 * ofEach + " labels: " + squares + " after " + last);
            last = squares;
        }
    }

    @Test
    void howManyOfTheLabelsAreLuresTeachesNothing() {
        List<Example> lures = adaptation.labels().subList(0, 100);
        List<Example> labels = new ArrayList<>();
        for (int i = 0; i < lures.size(); i++) {
            labels.add(relabelled(lures.get(i), i % 10 == 0 ? Label.LEGITIMATE : Label.SCAM));
        }
        LinearHead mostAreLures =
                BundleTrainer.adapted(old.model(), labels, Recipe.DEFAULT).scam();
        double average = lures.stream()
                .mapToDouble(lure ->
                        mostAreLures.logit(lure.features()) - old.model().scam().logit(lure.features()))
                .average()
                .orElseThrow();
        assertEquals(0, average, 0.4);
        assertEquals(old.model().scam().logitOfNothing(), mostAreLures.logitOfNothing());
    }

    @Test
    void aSayingThatAnHonestLabelHoldsWarnsByItselfNoLonger() {
        String saying = old.model().carriesAlone().first();
        double[] signals = new double[SignalFeatures.NAMES.size()];
        signals[SignalFeatures.indexOf(SignalFeatures.SAID + saying)] = 1;
        Example some = adaptation.labels().get(0);
        Example says = new Example(
                some.sample(),
                new FeatureVector(some.features().wording(), signals),
                new FeatureVector(some.features().wording(), signals),
                some.spoken());
        assertTrue(carryingAlone(relabelled(says, Label.SCAM)).contains(saying));
        assertFalse(carryingAlone(relabelled(says, Label.LEGITIMATE)).contains(saying));
    }

    private static SortedSet<String> carryingAlone(Example label) {
        return BundleTrainer.adapted(old.model(), List.of(label), Recipe.DEFAULT)
                .carriesAlone();
    }

    private static Example relabelled(Example label, Label other) {
        LabelledPosting was = label.sample().labelled();
        LabelledPosting labelled =
                new LabelledPosting(was.posting(), other, was.scamType(), was.group(), was.dataset(), was.set());
        return new Example(
                new Sample(labelled, label.sample().file()), label.features(), label.thinned(), label.spoken());
    }

    @Test
    void errorsAreListedWithTheirTextMadeHarmlessButNotOnTheCard() throws IOException {
        List<String> lines = AdaptationText.lines(adaptation);
        String missed = lines.stream()
                .filter(line -> line.contains("quiet people"))
                .findFirst()
                .orElseThrow();
        assertTrue(missed.contains("| Seeking\\\\u001B[31m quiet people"), missed);
        assertTrue(missed.endsWith("… |") && missed.length() < 320, missed);
        assertFalse(Files.readString(out.resolve("MODEL_CARD.md")).contains("quiet people"));
    }

    @Test
    void itSaysWhatItDidNotLearn() {
        String text = String.join("\n", AdaptationText.lines(adaptation));
        for (String limit :
                List.of("lurewatch calibrate", "stand in one label only", "Kinds of lures", "other sites")) {
            assertTrue(text.contains(limit), text);
        }
    }

    @Test
    void tooFewLabelsOrOneKindAloneIsRefusedWithWhatIsNeeded() {
        assertRefused(labels().subList(0, 29), "29 labels are too few to adapt a bundle: at least 30 are needed");
        assertRefused(labels().subList(0, 60), "the 60 labels hold 60 groups of lures and 0 of honest adverts");
        List<Sample> copies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            copies.add(labelled(i, i < 20 ? lureText("cook", "harbour") : honestText("cook", "harbour"), i < 20));
        }
        assertRefused(copies, "hold 1 groups of lures and 1 of honest adverts");
    }

    @Test
    void aBundleThatFindsNothingOrGotWorseIsRefused() {
        List<Sample> samples = labels();
        List<JudgedSample> found = judged(samples, Verdict.LIKELY_SCAM, Verdict.NO_SIGN_FOUND);
        List<JudgedSample> asked = judged(samples, Verdict.UNSURE, Verdict.NO_SIGN_FOUND);
        List<JudgedSample> nothing = judged(samples, Verdict.NO_SIGN_FOUND, Verdict.NO_SIGN_FOUND);
        List<JudgedSample> alarmed = judged(samples, Verdict.LIKELY_SCAM, Verdict.LIKELY_SCAM);
        assertEquals(List.of(), Adaptation.objections(found, found));
        assertEquals(List.of(), Adaptation.objections(asked, asked), "a policy may only ask");
        assertTrue(Adaptation.objections(found, asked).get(0).startsWith("it finds nothing: it warns of none of 101"));
        assertTrue(Adaptation.objections(nothing, nothing).get(0).startsWith("it finds nothing"));
        assertTrue(Adaptation.objections(found, alarmed).stream()
                .anyMatch(objection -> objection.contains("honest warned of got worse")));
    }

    @Test
    void whatWasRefusedIsNotWritten() {
        Adaptation refused = new Adaptation(
                adaptation.contents(),
                adaptation.from(),
                adaptation.labels(),
                adaptation.before(),
                adaptation.after(),
                List.of("it finds nothing"));
        Path nowhere = folder.resolve("refused");
        assertThrows(IllegalStateException.class, () -> refused.write(nowhere));
        assertFalse(Files.exists(nowhere));
    }

    private static void assertRefused(List<Sample> labels, String why) {
        String message = assertThrows(
                        UnsuitableLabelsException.class, () -> Adaptation.of(BASELINE, "no", labels, line -> {}))
                .getMessage();
        assertTrue(message.startsWith(why) || message.contains(why), message);
        assertTrue(message.contains("at least 5 groups of each kind"), message);
    }

    private static long caught(List<JudgedSample> judged) {
        return judged.stream()
                .filter(each ->
                        each.sample().isScam() && each.verdict().orElseThrow().isSuspicious())
                .count();
    }

    private static List<JudgedSample> judged(List<Sample> samples, Verdict lures, Verdict honest) {
        return samples.stream()
                .map(sample -> new JudgedSample(
                        sample, "en", sample.isScam() ? 0.9 : 0.1, Optional.of(sample.isScam() ? lures : honest)))
                .toList();
    }

    /** By how much the log-odds of a posting have grown. */
    private static double move(JobPosting posting) {
        return after.rawScore(posting).logOdds() - before.rawScore(posting).logOdds();
    }

    /** A hundred lures, a hundred honest adverts, and a lure that nothing gives away. */
    private static List<Sample> labels() {
        List<Sample> labels = new ArrayList<>();
        for (boolean lure : new boolean[] {true, false}) {
            for (String role : ROLES) {
                for (String place : PLACES) {
                    String text = lure ? lureText(role, place) : honestText(role, place);
                    labels.add(labelled(labels.size(), text, lure));
                }
            }
        }
        labels.add(labelled(labels.size(), MEAN_TEXT, true));
        return labels;
    }

    private static String lureText(String role, String place) {
        return honestText(role, place) + " Come to the " + LOCAL_WORD + ".";
    }

    private static String honestText(String role, String place) {
        return "We look for a " + role + " at the " + place + ", full time. The " + place + " is open all week.";
    }

    private static Sample labelled(int id, String text, boolean lure) {
        return new Sample(
                new LabelledPosting(
                        posting(id, text), lure ? Label.SCAM : Label.LEGITIMATE, Optional.empty(), "g" + id, "", ""),
                "ours");
    }

    private static JobPosting posting(int id, String text) {
        return new JobPosting(
                "p" + id, "", Map.of(PostingField.DESCRIPTION, text, PostingField.IN_LANGUAGE, "en"), null, null);
    }
}
