package org.lurewatch.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lurewatch.detection.assess.Questions;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.ScamTypeText;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.features.FactSignal;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.RejectReason;

class PageWordsTest {
    private static final Map<String, String> ENGLISH = PageWords.messages(PageLanguage.ENGLISH);
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_]+)+)\"");

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void noLanguageLacksAKey(PageLanguage language) {
        Map<String, String> messages = PageWords.messages(language);

        assertEquals(new TreeSet<>(ENGLISH.keySet()), new TreeSet<>(messages.keySet()));
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void argumentsAgree(PageLanguage language) {
        List<String> wrong = new ArrayList<>();
        PageWords.messages(language).forEach((key, pattern) -> {
            MessageFormat format = new MessageFormat(pattern, language.locale());
            MessageFormat english = new MessageFormat(ENGLISH.getOrDefault(key, ""), PageLanguage.ENGLISH.locale());
            if (!format.getArgumentNames().equals(english.getArgumentNames())) {
                wrong.add(key);
            }
        });

        assertEquals(List.of(), wrong);
    }

    @Test
    void noKeyIsUnusedAndNoneIsMissing() {
        Set<String> asked = new TreeSet<>();
        for (String folder : List.of("src/main/jte", "src/main/java/org/lurewatch/web/pages")) {
            for (String source : sources(folder)) {
                LITERAL.matcher(source).results().map(result -> result.group(1)).forEach(asked::add);
            }
        }
        Set<String> computed = computed();
        Set<String> unused = new TreeSet<>(ENGLISH.keySet());
        unused.removeAll(asked);
        unused.removeAll(computed);
        Set<String> families = ENGLISH.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> missing = Stream.concat(asked.stream(), computed.stream())
                .filter(key -> families.contains(key.substring(0, key.indexOf('.') + 1)))
                .filter(key -> !ENGLISH.containsKey(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), unused);
        assertEquals(Set.of(), missing);
    }

    /** Keys that are put together from what detection may say. */
    private static Set<String> computed() {
        Set<String> keys = new HashSet<>();
        for (Verdict verdict : Verdict.values()) {
            keys.add("verdict." + verdict.name());
            keys.add("verdict." + verdict.name() + ".meaning");
        }
        for (ScamType type : ScamType.values()) {
            keys.add("kind." + type.code());
            keys.add("kind." + type.code() + ".meaning");
        }
        Arrays.stream(PostingField.values()).forEach(field -> keys.add("field." + field.wireName()));
        Arrays.stream(RejectReason.values()).forEach(reason -> keys.add("reject." + reason.name()));
        Arrays.stream(Standing.values()).forEach(standing -> keys.add("standing." + standing.name()));
        Arrays.stream(Signal.values())
                .filter(signal -> signal != Signal.PLACE)
                .forEach(signal -> keys.add("signal." + signal.code()));
        Stream.of(
                        FactSignal.FEE_ASKED,
                        FactSignal.FEE_RULED_OUT,
                        FactSignal.AGE_LIMIT,
                        FactSignal.SEX_LIMIT,
                        FactSignal.PAY_STATED,
                        FactSignal.PAY_ABOVE_TYPICAL,
                        FactSignal.PAY_TWICE_TYPICAL,
                        FactSignal.TRAVEL_PROVIDED,
                        FactSignal.VISA_HANDLED)
                .forEach(signal -> keys.add("signal." + signal.code()));
        Arrays.stream(ContactKind.values())
                .forEach(kind -> keys.add("signal." + FactSignal.of(kind).code()));
        Arrays.stream(HandleKind.values())
                .forEach(kind -> keys.add("signal.contact." + kind.name().toLowerCase(Locale.ROOT)));
        for (Concept concept : Concepts.all()) {
            keys.add(concept.isSaying() ? "signal." + SignalFeatures.nameOf(concept) : "subject." + concept.code());
        }
        keys.addAll(Set.of(
                "signal.wording",
                "signal." + FactSignal.CODE_ELSEWHERE,
                "signal.list.allow",
                "signal.list.block",
                "signal.list.resembles",
                "signal.campaign_same_people",
                "signal.campaign_same_text",
                "signal.campaign_employers",
                "signal.campaign_review",
                "signal.review"));
        ENGLISH.keySet().stream()
                .filter(key -> key.startsWith("question.") || key.matches("problem\\.\\d+|slot\\.[a-z]+"))
                .forEach(keys::add);
        return keys;
    }

    private static List<String> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyQuestionThatDetectionAsksIsAMessageAndNoOtherIs() {
        Set<String> questions = ENGLISH.entrySet().stream()
                .filter(message -> message.getKey().startsWith("question."))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());

        assertEquals(new TreeSet<>(Questions.all()), new TreeSet<>(questions));
    }

    @Test
    void kindsHaveTheirPlainNames() {
        PageWords words = PageWords.of(PageLanguage.ENGLISH);

        for (ScamTypeText text : ScamTypeText.all()) {
            assertEquals(text.name().replace('\'', '’'), words.kind(text.type().code()));
            assertEquals(
                    text.description().replace('\'', '’'),
                    words.say("kind." + text.type().code() + ".meaning"));
        }
    }

    @Test
    void everySignalIsToldInWords() {
        PageWords words = PageWords.of(PageLanguage.ENGLISH);

        assertEquals("Money is asked for before any pay", words.signal("fee_deposit", false));
        assertEquals("Speaks of: cook, chef, kitchen", words.signal("concept.cook", false));
        assertEquals("Wording of honest adverts", words.signal("wording", true));
        assertEquals("some new signal", words.signal("some.new_signal", false));
    }

    @Test
    void saysWhatAScoreMeans() {
        PageWords words = PageWords.of(PageLanguage.ENGLISH);

        assertEquals(
                "Of 1,000 adverts that score like this one, about 8 are scams: 12 times the usual share."
                        + " The usual share is 0.067% of all adverts.",
                ScoreWords.of(0.008, 0.00067, words));
        assertTrue(
                ScoreWords.of(0.0003, 0.00067, words).startsWith("Of 1,000 adverts that score like this one, fewer"));
    }

    @ParameterizedTest
    @CsvSource({
        "'zh-TW,zh;q=0.9', TRADITIONAL_CHINESE",
        "'zh-HK', TRADITIONAL_CHINESE",
        "'zh-CN', SIMPLIFIED_CHINESE",
        "'zh', SIMPLIFIED_CHINESE",
        "'es-MX,en;q=0.5', SPANISH",
        "'ar-EG', ARABIC",
        "'in', INDONESIAN",
        "'fr,th;q=0.4', THAI",
        "'fr', ENGLISH",
        "'*', ENGLISH",
        "'!!', ENGLISH"
    })
    void takesTheLanguageThatTheBrowserAsksFor(String header, PageLanguage expected) {
        assertEquals(expected, PageLanguage.accepted(header));
    }

    @Test
    void onlyArabicRunsFromRightToLeft() {
        assertEquals("rtl", PageLanguage.ARABIC.direction());
        assertFalse(Arrays.stream(PageLanguage.values())
                .filter(language -> language != PageLanguage.ARABIC)
                .anyMatch(language -> language.direction().equals("rtl")));
    }
}
