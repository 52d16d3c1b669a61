package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** Honest text around a description, and in a half of it, does not hide a lure. */
class PartsTest {
    private static final String LURE = "No experience needed. Write to Telegram @some_boss_1.";
    private static final String HONEST =
            "The bakery in the old town has baked bread for sixty years and pays by collective agreement. Early shift, five"
                    + " days a week, holidays as usual, a certificate of the trade is welcome but nobody asks for it.";

    private final Judge judge = judge(0.0004);

    @Test
    void filledFieldsTakeNoMoreThanTheDiscount() {
        ScoredPosting bare = judge.judge(posting(Map.of(PostingField.DESCRIPTION, LURE)));
        ScoredPosting stuffed = judge.judge(stuffed(LURE));
        assertEquals(Verdict.LIKELY_SCAM, bare.verdict());
        assertEquals(bare.logit() - 1, stuffed.logit(), 1e-9);
        assertFalse(stuffed.reading().posting().texts().containsKey(PostingField.EMPLOYER_OVERVIEW));
        assertTrue(stuffed.whole().posting().texts().containsKey(PostingField.EMPLOYER_OVERVIEW));
    }

    @Test
    void aSignInAFieldAroundCountsAsBefore() {
        ScoredPosting calm = judge.judge(posting(Map.of(PostingField.DESCRIPTION, HONEST)));
        ScoredPosting filled = judge.judge(
                posting(Map.of(PostingField.DESCRIPTION, HONEST, PostingField.JOB_BENEFITS, "No experience needed")));
        assertTrue(filled.logit() > calm.logit());
        assertEquals(filled.whole(), filled.reading(), "all of it was scored");
    }

    @Test
    void aCategoryCountsUnlessItIsLongerThanAnyIs() {
        Map<PostingField, String> texts = Map.of(PostingField.DESCRIPTION, LURE, PostingField.INDUSTRY, "Food, drinks");
        assertEquals(Optional.empty(), Parts.core(posting(texts)));
        Map<PostingField, String> filled = Map.of(PostingField.DESCRIPTION, LURE, PostingField.INDUSTRY, HONEST);
        assertEquals(
                Map.of(PostingField.DESCRIPTION, LURE),
                Parts.core(posting(filled)).orElseThrow().texts());
    }

    @Test
    void thePiecesAddUpWithoutTheFieldsAround() {
        ScoredPosting stuffed = judge.judge(stuffed(LURE));
        Attribution parts = stuffed.attribution().orElseThrow();
        double sum = parts.start() + parts.manner();
        for (Piece piece : parts.pieces()) {
            assertFalse(piece.field() == PostingField.EMPLOYER_OVERVIEW);
            sum += piece.contribution();
        }
        assertEquals(stuffed.logit(), sum, 1e-4);
    }

    @Test
    void thePiecesAddUpWhereAWindowMakesOneAskThatScoresWithoutTheFieldsAround() {
        String padded = HONEST.repeat(5) + " Soon. Soon. " + LURE + " Soon. Soon. " + HONEST.repeat(5);
        ScoredPosting calm = judge(0.00079).judge(stuffed(padded));
        assertEquals(Verdict.UNSURE, calm.verdict());
        assertFalse(calm.reading().posting().texts().containsKey(PostingField.EMPLOYER_OVERVIEW));
        Attribution parts = calm.attribution().orElseThrow();
        double sum = parts.start()
                + parts.manner()
                + parts.pieces().stream().mapToDouble(Piece::contribution).sum();
        assertEquals(calm.logit(), sum, 1e-4);
    }

    @Test
    void whatIsMeasuredWithoutALineIsTheStrongerOfTheWholeAndTheCore() {
        JobPosting stuffed = stuffed(LURE);
        assertEquals(judge.judge(stuffed).logit(), judge.rawScore(stuffed).logOdds(), 1e-9);
        JobPosting bare = posting(Map.of(PostingField.DESCRIPTION, LURE));
        assertEquals(judge.judge(bare).logit(), judge.rawScore(bare).logOdds(), 1e-9);
    }

    @Test
    void thereIsNoCoreWithoutADescriptionOrWithoutFieldsAroundIt() {
        assertEquals(Optional.empty(), Parts.core(posting(Map.of(PostingField.DESCRIPTION, LURE))));
        assertEquals(
                Optional.empty(),
                Parts.core(posting(Map.of(PostingField.TITLE, "Baker", PostingField.RESPONSIBILITIES, HONEST))));
    }

    @Test
    void honestTextBeforeOrBehindALureTakesNoMoreThanTheDiscountWhileItIsSuspicious() {
        String padded = LURE + " " + HONEST.substring(0, HONEST.indexOf("Early"));
        double alone =
                judge.judge(posting(Map.of(PostingField.DESCRIPTION, LURE))).logit();
        Judge suspicious = judge(0.00001);
        ScoredPosting before = suspicious.judge(posting(Map.of(PostingField.DESCRIPTION, padded)));
        ScoredPosting calm = judge.judge(posting(Map.of(PostingField.DESCRIPTION, padded)));
        assertEquals(alone - 2, before.logit(), 1e-9);
        assertTrue(calm.logit() < before.logit(), "halves of a calm posting are not looked at");
        Piece chat = before.reasons().stream()
                .filter(piece -> piece.reason().signal().equals("contact.telegram"))
                .findFirst()
                .orElseThrow();
        assertEquals("Telegram @some_boss_1", padded.substring(chat.start(), chat.end()));
    }

    @Test
    void noLengthOfAPlaceMovesTheMiddle() {
        assertEquals(secondHalf("Rome"), secondHalf("Santiago de Compostela"));
        assertEquals("Four five six seven eight nine ten eleven.", secondHalf("Rome"));
    }

    private static String secondHalf(String place) {
        PostingReader reader = new PostingReader(new TriePhraseMatcher(List.of(
                Phrase.of(Signal.PLACE, "en", "rome", false),
                Phrase.of(Signal.PLACE, "en", "santiago de compostela", false))));
        String text = "One two three in " + place + " and " + place + " and " + place
                + " only. Four five six seven eight nine ten eleven.";
        List<JobPosting> halves = Parts.halves(reader.read(posting(Map.of(PostingField.DESCRIPTION, text))));
        assertEquals(2, halves.size());
        assertEquals(
                text.length(),
                halves.get(0).text(PostingField.DESCRIPTION).orElseThrow().length());
        return halves.get(1).text(PostingField.DESCRIPTION).orElseThrow().strip();
    }

    private static JobPosting stuffed(String description) {
        Map<PostingField, String> texts = new EnumMap<>(PostingField.class);
        texts.put(PostingField.DESCRIPTION, description);
        for (PostingField field : List.of(
                PostingField.RESPONSIBILITIES,
                PostingField.QUALIFICATIONS,
                PostingField.JOB_BENEFITS,
                PostingField.EMPLOYER_OVERVIEW)) {
            texts.put(field, HONEST);
        }
        return posting(texts);
    }

    private static JobPosting posting(Map<PostingField, String> texts) {
        return new JobPosting("1", "test", texts, null, null);
    }

    /** Takes every word for a sign of an honest advert, and a chat and the lack of skill for signs of a lure. */
    private static Judge judge(double unsure) {
        float[] weights = new float[TextFeatures.BUCKETS];
        Arrays.fill(weights, -0.5f);
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[0] = 1;
        coefficients[SignalFeatures.indexOf("no_skill") + 1] = 3;
        coefficients[SignalFeatures.indexOf("contact.telegram") + 1] = 3;
        TypeHead types = new TypeHead(List.of("advance_fee", "task_scam"), new double[1][TypeHead.INPUTS + 1]);
        double[] never = new double[SignalFeatures.NAMES.size() + 2];
        never[never.length - 1] = -5;
        LinearHead about = new LinearHead(new float[TextFeatures.BUCKETS], 0, never);
        ScamModel model = new ScamModel(
                new LinearHead(weights, 0, coefficients), about, types, new TreeSet<>(), LanguageCoverage.NONE);
        PostingReader reader = new PostingReader(
                new TriePhraseMatcher(List.of(Phrase.of(Signal.NO_SKILL, "en", "no experience needed", false))));
        return new Judge(reader, model, new WarningPolicy(0, WarningPolicy.DEFAULT_BASE_RATE, 0.0008, unsure, 0.5));
    }
}
