package org.lurewatch.detection.concepts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Tokens;

/** The table of the jar holds nothing that can never be found. */
class ConceptTableTest {
    private static final ConceptTable TABLE = ConceptTable.bundled();
    private static final ConceptMatcher MATCHER = new ConceptMatcher(new FormAutomaton(TABLE));

    @Test
    void everyFormIsFoundInItsOwnWords() {
        List<String> lost = new ArrayList<>();
        for (ConceptTable.Form form : TABLE.forms()) {
            if (!isFound(form)) {
                lost.add(name(form));
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void everyLanguageHasABitOfItsOwn() {
        assertTrue(TABLE.languages().size() < Long.SIZE, TABLE.languages().size() + " languages");
        assertEquals(new TreeSet<>(TABLE.languages()).size(), TABLE.languages().size());
        TABLE.forms().forEach(form -> assertTrue(form.language() >= 0, name(form)));
    }

    @Test
    void everySayingIsKnownInEveryLanguage() {
        Set<List<Integer>> known = new HashSet<>();
        TABLE.forms().forEach(form -> known.add(List.of(form.concept(), form.language())));
        List<String> missing = new ArrayList<>();
        for (int concept = 0; concept < TABLE.concepts().size(); concept++) {
            for (int language = 0; language < TABLE.languages().size(); language++) {
                if (TABLE.concepts().get(concept).isSaying() && !known.contains(List.of(concept, language))) {
                    missing.add(TABLE.concepts().get(concept).code() + " in "
                            + TABLE.languages().get(language));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void sayingsThatPointToALureRestOnAPublishedIndicatorAndProtectiveOnesOnNone() {
        for (Concept concept : TABLE.concepts()) {
            boolean lures = concept.isSaying() && concept.kind() != Concept.Kind.PROTECTS;
            assertEquals(lures, !concept.indicator().isEmpty(), concept.code());
        }
    }

    @Test
    void everyBrokenLineOfTheTablesIsToldAtOnce() {
        List<String> problems = new ArrayList<>();
        ConceptTable.parse(
                "concept\tkind\tindicator\twords\njob\tsubject\t\twork\nfee\tsubjekt\t\tfee\njob\tsubject\t\twork\nvisa\n",
                "language\twords\nen\tthe|of\nde\n",
                "concept\tlanguage\tforms\njob\ten\tjob\njbo\txx\tjob\njob\tde\tArbeit\n\nfee\ten\tfee\n",
                problems);
        assertEquals(
                List.of(
                        "concept-names.tsv line 5: 4 columns are needed, but there are 1",
                        "concept-names.tsv line 3: there is no kind subjekt",
                        "concept-names.tsv line 4: job is named twice",
                        "language-words.tsv line 3: 2 columns are needed, but there are 1",
                        "concepts.tsv line 3: there is no concept jbo",
                        "concepts.tsv line 3: there is no language xx",
                        "concepts.tsv line 4: there is no language de",
                        "concepts.tsv line 6: there is no concept fee"),
                problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "€/h",
                "line:",
                "ik@*",
                "「自由」",
                "rl-*",
                "send \"info\"",
                "(free)",
                "9:00~",
                "*",
                "+v",
                "@",
                "#job*"
            })
    void aFormWhoseMarkWouldBeLostIsRefused(String wording) {
        assertEquals(
                List.of("concepts.tsv line 2: the mark at the edge of " + wording
                        + " is not read, so that any text with its words alone would be found"),
                problems(wording));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/day",
                "/小时",
                "% vom gewinn",
                "100% real",
                "uy tín 100%",
                "%100 gerçek",
                "18+",
                "no.",
                "b.v.",
                "mablag'*",
                "cv lerinizi",
                "kurier*",
                "ตม.",
                "పాస్‌పోర్ట్*",
                "pay _ first",
                "돈 벌 *"
            })
    void aMarkThatIsReadOrSpellsAWordMayStandAtTheEdge(String wording) {
        assertEquals(List.of(), problems(wording));
    }

    private static List<String> problems(String wording) {
        List<String> problems = new ArrayList<>();
        ConceptTable.parse(
                "concept\tkind\tindicator\twords\njob\tsubject\t\twork\n",
                "language\twords\nen\tthe\n",
                "concept\tlanguage\tforms\njob\ten\t" + wording + "\n",
                problems);
        return problems;
    }

    private static boolean isFound(ConceptTable.Form form) {
        String sign = form.wording().matches("[/%](?!\\d).*") ? "12 " : "";
        String words = sign + form.wording().replace("*", "").replace("_", " 12 ");
        ComparableText text = TextChain.comparable(words);
        return MATCHER.match(Tokens.of(text), text.text()).stream()
                .anyMatch(match -> match.concept() == form.concept()
                        && (match.languages() >> form.language() & 1) == 1
                        && match.firstToken() == (sign.isEmpty() ? 0 : 1));
    }

    private static String name(ConceptTable.Form form) {
        String concept = form.concept() == ConceptTable.COMMON_WORD
                ? "a common word"
                : TABLE.concepts().get(form.concept()).code();
        return concept + " in " + TABLE.languages().get(form.language()) + ": " + form.wording();
    }
}
