package org.lurewatch.detection.assess;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;

/** Travel paid, an age band, a decoy role, urgency, pay in dollars and a place never make a warning by themselves. */
class WeakSignalsTest {
    private static final Path BUNDLE = Path.of("..", "baseline");
    private static final Detector DETECTOR = BundleLoader.load(BUNDLE);
    private static final Detector WHERE_SCAMS_ARE_COMMON =
            BundleLoader.load(BUNDLE, PolicyChoice.DEFAULT.withBaseRate(0.2));

    @Property(tries = 1000, seed = "7")
    void noCombinationOfWeakPhrasesIsAWarning(@ForAll("weakTexts") String text) {
        assertNotEquals(
                Verdict.LIKELY_SCAM, DETECTOR.assess(Written.posting(text)).verdict(), text);
    }

    @Example
    void norIsOneWhereScamsAreCommon() {
        for (String text : List.of("18 to 35 years old", "Urgently hiring, free accommodation", "包吃住", "Bangkok")) {
            Assessment assessment = WHERE_SCAMS_ARE_COMMON.assess(Written.posting(text));
            assertNotEquals(Verdict.LIKELY_SCAM, assessment.verdict(), text);
        }
    }

    @Provide
    Arbitrary<String> weakTexts() throws IOException {
        Arbitrary<String> placeAndPay = Arbitraries.of(
                "Phnom Penh", "Bangkok", "Lyon", "Dubai", "USD 900 a month", "1,000 US$ a month", "Cambodia");
        Arbitrary<List<String>> phrases = Arbitraries.of(weakPhrasesByLanguage())
                .flatMap(language -> Arbitraries.of(new ArrayList<>(language))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8));
        return Combinators.combine(phrases, placeAndPay.list().ofMaxSize(2)).as((weak, others) -> {
            List<String> parts = new ArrayList<>(others);
            parts.addAll(weak);
            return String.join(". ", parts);
        });
    }

    private static Collection<List<String>> weakPhrasesByLanguage() throws IOException {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        String lexicon = Files.readString(BUNDLE.resolve("lexicon.tsv"));
        for (Phrase phrase : Lexicon.parse(lexicon, new ArrayList<>()).phrases()) {
            if (phrase.signal().strength() == Signal.Strength.WEAK) {
                phrases.computeIfAbsent(phrase.language(), language -> new ArrayList<>())
                        .add(phrase.wording());
            }
        }
        return phrases.values();
    }
}
