package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;

/** A saying that carries alone warns against a calm rest, and is credited with it. */
class CarriesAloneTest {
    private static final PostingReader READER = new PostingReader(new TriePhraseMatcher(List.of(
            Phrase.of(Signal.NO_SKILL, "en", "no experience needed", false),
            Phrase.of(Signal.WARNING_CONTEXT, "en", "police warn", false))));
    private static final WarningPolicy POLICY =
            new WarningPolicy(-1, WarningPolicy.DEFAULT_BASE_RATE, 0.02, 0.004, 0.5);
    private static final String SAYING = "Nobody is beaten at our place.";
    private static final String CALM =
            " The bakery in the old town is looking for a baker with a certificate. Early shift, five days a week, paid by"
                    + " collective agreement, holidays as usual.";

    @Test
    void aCalmRestHidesNoSuchSaying() {
        assertEquals(
                Verdict.NO_SIGN_FOUND, detector().assess(Written.posting(CALM)).verdict());
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                detector().assess(Written.posting(SAYING + CALM)).verdict(),
                "unless the bundle says that it carries alone");

        Assessment before = detector("denies_harm").assess(Written.posting(SAYING + CALM));
        Assessment behind = detector("denies_harm").assess(Written.posting(CALM + " " + SAYING));
        assertEquals(Verdict.LIKELY_SCAM, before.verdict());
        assertEquals(Verdict.LIKELY_SCAM, behind.verdict());
        assertEquals(POLICY.likely(), before.score(), 0.003, "just over the line");
        assertTrue(before.score() > POLICY.likely());
    }

    @Test
    void anotherSayingDoesNotCarry() {
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                detector("persons_offered")
                        .assess(Written.posting(SAYING + CALM))
                        .verdict());
    }

    @Test
    void theSayingIsTheFirstEvidenceAndDecides() {
        Assessment assessment = detector("denies_harm").assess(Written.posting(CALM + " " + SAYING));
        Evidence first = assessment.evidence().get(0);
        assertEquals("said.denies_harm", first.signal());
        assertEquals("C12", first.indicator());
        assertEquals("Nobody is beaten", first.quote());
        assertTrue(first.decisive());
        assertEquals(Verdict.NO_SIGN_FOUND, assessment.flip().orElseThrow().verdict());
        assertEquals(ScamType.COMPOUND_TRAFFICKING, assessment.scamType().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.00001, 0.00067, 0.01})
    void itCarriesHoweverCommonScamsAreSaidToBe(double baseRate) {
        Detector detector = new ModelDetector(
                READER, model(head(0), "denies_harm"), POLICY.withBaseRate(baseRate), new BundleId("test", ""));
        assertEquals(
                Verdict.LIKELY_SCAM,
                detector.assess(Written.posting(CALM + " " + SAYING)).verdict());
    }

    @Test
    void aTextAboutScamsStaysOne() {
        ModelDetector detector = detector("denies_harm");
        String news = "Police warn of adverts that promise \"nobody is beaten\". Report them.";
        assertEquals(Verdict.ABOUT_SCAMS, detector.assess(Written.posting(news)).verdict());
        assertEquals(
                Verdict.LIKELY_SCAM,
                detector.assess(Written.posting(
                                news + " We are honest: 3000 USD a month, write to Telegram @some_boss_1"))
                        .verdict(),
                "a mock warning is an offer");
    }

    @Test
    void aDeniedSayingDoesNotCarry() {
        ModelDetector detector = detector("scam_trade_slang");
        assertEquals(
                Verdict.LIKELY_SCAM,
                detector.assess(Written.posting("Love scam team, office job")).verdict());
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                detector.assess(Written.posting("Office job, no love scam")).verdict());
    }

    @Test
    void whatLiesOverTheLineAlreadyIsNotLifted() {
        LinearHead sure = head(30);
        Judge lifting = new Judge(READER, model(sure, "denies_harm"), POLICY);
        Judge plain = new Judge(READER, model(sure), POLICY);
        assertEquals(
                plain.judge(Written.posting(SAYING)).logit(),
                lifting.judge(Written.posting(SAYING)).logit());
    }

    @Property(tries = 200)
    void thePiecesAddUpToTheLogOdds(@ForAll("texts") String text) {
        Judge judge = new Judge(READER, model(head(0), "denies_harm", "scam_trade_slang"), POLICY);
        ScoredPosting scored = judge.judge(Written.posting(text + " " + SAYING + " " + text));
        assertTrue(scored.attribution().isPresent(), text);
        Attribution parts = scored.attribution().orElseThrow();
        double sum = parts.start() + parts.manner();
        for (Piece piece : parts.pieces()) {
            sum += piece.contribution();
        }
        assertEquals(scored.logit(), sum, 1e-4, text);
    }

    @Test
    void aSayingFoundTwiceIsCreditedAtBothPlaces() {
        Judge judge = new Judge(READER, model(head(0), "denies_harm"), POLICY);
        List<Double> credited = judge.judge(Written.posting(SAYING + CALM + " " + SAYING)).reasons().stream()
                .filter(piece -> piece.reason().signal().equals("said.denies_harm"))
                .map(Piece::contribution)
                .toList();
        assertEquals(2, credited.size());
        assertTrue(credited.get(1) > credited.get(0) * 0.8, credited::toString);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "no experience needed",
                        "nobody is beaten",
                        "love scam",
                        "bakery",
                        "1500 USD a month",
                        "Telegram @some_boss_1",
                        "police",
                        ".",
                        ",",
                        "免费",
                        "courier",
                        "early shift",
                        "no placement fee")
                .list()
                .ofMaxSize(10)
                .map(words -> String.join(" ", words));
    }

    private static ModelDetector detector(String... alone) {
        return new ModelDetector(READER, model(head(0), alone), POLICY, new BundleId("test", ""));
    }

    private static ScamModel model(LinearHead scam, String... alone) {
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[SignalFeatures.indexOf("hint.warning_context") + 1] = 10;
        coefficients[SignalFeatures.indexOf("warning_context") + 1] = 10;
        coefficients[coefficients.length - 1] = -5;
        TypeHead types = new TypeHead(
                List.of("advance_fee", "compound_trafficking", "task_scam"), new double[2][TypeHead.INPUTS + 1]);
        LinearHead about = new LinearHead(new float[TextFeatures.BUCKETS], 0, coefficients);
        return new ScamModel(scam, about, types, new TreeSet<>(List.of(alone)), LanguageCoverage.NONE);
    }

    /** Takes every word for a sign of an honest advert. */
    private static LinearHead head(double said) {
        float[] weights = new float[TextFeatures.BUCKETS];
        Arrays.fill(weights, -0.5f);
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[0] = 1;
        Map.of("said.denies_harm", said, "said.p_shift", -0.7, "no_skill", 1.0, "pay.stated", 0.2)
                .forEach((name, value) -> coefficients[SignalFeatures.indexOf(name) + 1] = value);
        coefficients[coefficients.length - 1] = -2;
        return new LinearHead(weights, 0, coefficients);
    }
}
