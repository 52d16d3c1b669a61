package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.phrases.TriePhraseMatcher;

/** Without a fact of a kind no kind is named. */
class ScamKindsTest {
    private static final List<String> CODES =
            Arrays.stream(ScamType.values()).map(ScamType::code).toList();

    @Test
    void withoutAFactThereIsNoKindHoweverSureTheHeadIs() {
        assertEquals(List.of(), ScamKinds.of(features(), prefers(ScamType.SEXUAL_EXPLOITATION_DECOY)));
        assertEquals(
                List.of(),
                ScamKinds.of(
                        features("pay.stated", "contact.telegram", "urgency", "said.p_shift", "said.income_promise"),
                        prefers(ScamType.COMPOUND_TRAFFICKING)));
    }

    @Test
    void onlyKindsOfWhichAFactStandsAreNamed() {
        assertEquals(
                List.of(ScamType.MONEY_MULE),
                ScamKinds.of(features("said.mule_slang"), prefers(ScamType.COMPOUND_TRAFFICKING)));
    }

    @Test
    void ofSeveralTheHeadsLikeliestComesFirst() {
        FeatureVector features = features("said.parcels_home", "said.like_tasks");
        assertEquals(
                List.of(ScamType.TASK_SCAM, ScamType.PARCEL_RESHIPPING),
                ScamKinds.of(features, prefers(ScamType.TASK_SCAM)));
        assertEquals(
                List.of(ScamType.PARCEL_RESHIPPING, ScamType.TASK_SCAM),
                ScamKinds.of(features, prefers(ScamType.PARCEL_RESHIPPING)));
    }

    @Test
    void aFactOfTwoKindsNamesBoth() {
        assertEquals(
                Set.of(ScamType.TASK_SCAM, ScamType.ADVANCE_FEE),
                Set.copyOf(ScamKinds.of(features("said.top_up_said"), prefers(ScamType.TASK_SCAM))));
    }

    @Test
    void everySignalThatNamesAKindIsOneOfTheProgram() {
        Set<ScamType> named = EnumSet.noneOf(ScamType.class);
        for (String name : SignalFeatures.NAMES) {
            named.addAll(ScamKinds.of(features(name), prefers(ScamType.TASK_SCAM)));
        }
        Set<ScamType> never = EnumSet.complementOf(EnumSet.copyOf(named));
        assertEquals(
                EnumSet.of(ScamType.GHOST_EMPLOYER, ScamType.IMPERSONATED_EMPLOYER),
                never,
                "kinds that no fact of the posting alone shows");
    }

    @Test
    void noProtectiveSayingNamesAKind() {
        for (Concept concept : Concepts.all()) {
            if (concept.kind() == Concept.Kind.PROTECTS) {
                assertEquals(
                        List.of(),
                        ScamKinds.of(features(SignalFeatures.nameOf(concept)), prefers(ScamType.TASK_SCAM)),
                        concept.code());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Paid to like videos. Deposit to unlock the next set. | TASK_SCAM | ADVANCE_FEE",
                "Parcels to your home address: receive parcels at home and forward them. | PARCEL_RESHIPPING | ",
                "Great place to work, urgently hiring, write to Telegram @some_boss_1 | | ",
            })
    void anAssessmentNamesTheFirstTwo(String text, ScamType first, ScamType second) {
        Assessment assessment = detector().assess(Written.posting(text));
        assertEquals(Verdict.LIKELY_SCAM, assessment.verdict());
        assertEquals(Optional.ofNullable(first), assessment.scamType());
        assertEquals(Optional.ofNullable(second), assessment.otherScamType());
    }

    @Test
    void theSecondKindIsAnotherOne() {
        for (Concept concept : Concepts.all()) {
            if (concept.isSaying()) {
                List<ScamType> kinds =
                        ScamKinds.of(features(SignalFeatures.nameOf(concept)), prefers(ScamType.ADVANCE_FEE));
                assertEquals(kinds.size(), new TreeSet<>(kinds).size(), concept.code());
                assertTrue(kinds.size() <= 2, concept.code());
            }
        }
    }

    private static FeatureVector features(String... names) {
        double[] signals = new double[SignalFeatures.NAMES.size()];
        for (String name : names) {
            signals[SignalFeatures.indexOf(name)] = 1;
        }
        return new FeatureVector(new SparseVector(new int[0], new float[0]), signals);
    }

    /** A head that holds one kind for the likeliest, whatever the posting says. */
    private static TypeHead prefers(ScamType kind) {
        List<String> codes =
                CODES.stream().filter(code -> !code.equals(kind.code())).collect(Collectors.toList());
        codes.add(0, kind.code());
        double[][] weights = new double[codes.size() - 1][TypeHead.INPUTS + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i][TypeHead.INPUTS] = weights.length - i;
        }
        return new TypeHead(codes, weights);
    }

    /** Takes every posting for a scam. */
    private static Detector detector() {
        float[] weights = new float[TextFeatures.BUCKETS];
        Arrays.fill(weights, 1);
        double[] coefficients = new double[SignalFeatures.NAMES.size() + 2];
        coefficients[0] = 1;
        double[] never = new double[SignalFeatures.NAMES.size() + 2];
        never[never.length - 1] = -9;
        ScamModel model = new ScamModel(
                new LinearHead(weights, 0, coefficients),
                new LinearHead(new float[TextFeatures.BUCKETS], 0, never),
                prefers(ScamType.TASK_SCAM),
                new TreeSet<>(),
                LanguageCoverage.NONE);
        return new ModelDetector(
                new PostingReader(new TriePhraseMatcher(List.of())),
                model,
                new WarningPolicy(0, 0.5, 0.6, 0.55, 0.5),
                new BundleId("test", ""));
    }
}
