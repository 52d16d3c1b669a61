package org.lurewatch.detection.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.TestingPostings;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.TriePhraseMatcher;

/**
 * The features of eight written postings, checked in: a change of any of them means that every bundle must be trained
 * again and {@link TextFeatures#VERSION} raised. To write the file anew, run this test with {@code
 * -Dlurewatch.golden=write} and read the difference before you commit it.
 */
class GoldenFeaturesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "lurewatch", "detection", "features");
    private static final Path GOLDEN = FOLDER.resolve("features.txt");

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of(Signal.NO_SKILL, "en", "no experience needed", false),
            Phrase.of(Signal.NO_SKILL, "zh-Hant", "無需經驗", false),
            Phrase.of(Signal.NO_SKILL, "vi", "không cần kinh nghiệm", false),
            Phrase.of(Signal.TRAVEL_LODGING_BUNDLE, "en", "free ticket", true),
            Phrase.of(Signal.TRAVEL_LODGING_BUNDLE, "zh-Hans", "包吃住", false),
            Phrase.of(Signal.HIGH_PAY_EASY, "zh-Hans", "月入过万", false),
            Phrase.of(Signal.HIGH_PAY_EASY, "th", "รายได้ดี", true),
            Phrase.of(Signal.HIGH_PAY_EASY, "vi", "việc nhẹ lương cao", false),
            Phrase.of(Signal.FEE_DEPOSIT, "en", "registration fee", false),
            Phrase.of(Signal.WARNING_CONTEXT, "ru", "полиция предупреждает", false),
            Phrase.of(Signal.PLACE, "mul", "bangkok", false),
            Phrase.of(Signal.PLACE, "mul", "กรุงเทพ", false));

    @Test
    void featuresAreTheOnesCheckedIn() throws IOException {
        String features = features();
        if ("write".equals(System.getProperty("lurewatch.golden"))) {
            Files.writeString(GOLDEN, features);
        }
        assertEquals(Files.readString(GOLDEN), features);
    }

    private static String features() throws IOException {
        PostingReader reader = new PostingReader(new TriePhraseMatcher(PHRASES));
        List<String> blocks = new ArrayList<>();
        for (TestingPostings.Labelled example : TestingPostings.read(FOLDER.resolve("postings.jsonl"))) {
            Reading reading = reader.read(example.posting());
            blocks.add(reading.posting().identifier() + "\n" + print(FeatureVector.of(reading)));
        }
        return String.join("\n", blocks);
    }

    private static String print(FeatureVector features) {
        StringJoiner signals = new StringJoiner(" ", "signals ", "\n");
        for (int i = 0; i < features.signals().length; i++) {
            if (features.signals()[i] != 0) {
                signals.add(SignalFeatures.NAMES.get(i) + "=" + print(features.signals()[i]));
            }
        }
        SparseVector wording = features.wording();
        StringJoiner buckets = new StringJoiner(" ", "wording ", "\n");
        IntStream.range(0, wording.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(wording.indices()[a], wording.indices()[b]))
                .forEach(i -> buckets.add(wording.indices()[i] + "=" + print(wording.values()[i])));
        return signals.toString() + buckets;
    }

    private static String print(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
