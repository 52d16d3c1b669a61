package org.lurewatch.detection.concepts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** The automaton finds what the naive matcher finds. */
class ConceptMatchersAgreeTest {
    private static final List<String> WORDS = List.of(
            "pay", "payment", "pa", "p", "daily", "fee", "có", "cọc", "cóc", "coc", "đặt", "dat", "12", "赚", "钱", "日",
            "日赚", "ไม่", "/daily", "% fee");
    private static final List<String> GAPS = List.of(" ", " ", " ", "", ", ", ". ", "。", "\n");
    private static final ConceptTable REAL = ConceptTable.bundled();
    private static final ConceptMatcher FAST = new ConceptMatcher(new FormAutomaton(REAL));
    private static final NaiveConceptMatcher NAIVE = new NaiveConceptMatcher(REAL);

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void onAnyTable(@ForAll("tables") ConceptTable table, @ForAll("texts") String raw) {
        assertAgree(new ConceptMatcher(new FormAutomaton(table)), new NaiveConceptMatcher(table), raw);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void onTheTableOfTheJar(@ForAll("damagedForms") String raw) {
        assertAgree(FAST, NAIVE, raw);
    }

    private static void assertAgree(ConceptMatcher fast, NaiveConceptMatcher naive, String raw) {
        ComparableText text = TextChain.comparable(raw);
        List<Token> tokens = Tokens.of(text);
        List<ConceptMatch> found = fast.match(tokens, text.text());
        assertEquals(naive.match(tokens, text.text()), new HashSet<>(found), raw);
        assertEquals(found.size(), new HashSet<>(found).size(), "each is found once");
        for (int i = 1; i < found.size(); i++) {
            assertEquals(true, found.get(i - 1).firstToken() <= found.get(i).firstToken(), "in order");
        }
    }

    @Provide
    Arbitrary<ConceptTable> tables() {
        Arbitrary<String> part = Combinators.combine(
                        Arbitraries.of(WORDS), Arbitraries.of("", "", "*"), Arbitraries.of(" ", " ", "", " _ ", "_"))
                .as((word, star, gap) -> word + star + gap);
        Arbitrary<String> wording = part.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts))
                .map(String::strip)
                .filter(form -> !form.endsWith("_") && !form.contains("*_ *") && !form.matches(".*\\*[^ _].*"));
        Arbitrary<ConceptTable.Form> form = Combinators.combine(
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(0, 2),
                        wording)
                .as(ConceptTable.Form::new);
        List<Concept> concepts = List.of(concept("a"), concept("b"), concept("c"));
        return form.list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(forms -> new ConceptTable(concepts, List.of("en", "vi", "zh"), forms));
    }

    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of("", "", "", "s"), Arbitraries.of(GAPS))
                .as((word, ending, gap) -> word + ending + gap)
                .list()
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    /** Forms of the table one after another, with endings, fillers and marks lost. */
    @Provide
    Arbitrary<String> damagedForms() {
        return Combinators.combine(
                        Arbitraries.of(REAL.forms()),
                        Arbitraries.of("", "en", "ов", "lar"),
                        Arbitraries.of(" ", " xyz ", "一二"),
                        Arbitraries.of(GAPS))
                .as((form, ending, filler, gap) ->
                        form.wording().replace("*", ending).replace("_", filler) + gap)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(forms -> String.join("", forms));
    }

    private static Concept concept(String code) {
        return new Concept(code, Concept.Kind.SUBJECT, "", code);
    }
}
