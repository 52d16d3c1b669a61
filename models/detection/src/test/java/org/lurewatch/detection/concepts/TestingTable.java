package org.lurewatch.detection.concepts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Tokens;

/** A small table of concepts that a test writes by hand, and what is found with it. */
final class TestingTable {
    private static final List<String> LANGUAGES = List.of("de", "en", "vi", "zh");

    private final ConceptTable table;

    /** @param rows {@code concept language form|form}, the concepts in the order of their first rows */
    TestingTable(String... rows) {
        List<String> codes = new ArrayList<>();
        List<ConceptTable.Form> forms = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" ", 3);
            if (!codes.contains(cells[0])) {
                codes.add(cells[0]);
            }
            for (String wording : cells[2].split("\\|")) {
                forms.add(new ConceptTable.Form(codes.indexOf(cells[0]), LANGUAGES.indexOf(cells[1]), wording));
            }
        }
        List<Concept> concepts = codes.stream()
                .map(code -> new Concept(code, Concept.Kind.SUBJECT, "", code))
                .toList();
        table = new ConceptTable(concepts, LANGUAGES, forms);
    }

    ConceptTable table() {
        return table;
    }

    /** What is found in a raw text, as {@code concept:languages:words}. */
    List<String> found(String raw) {
        ComparableText text = TextChain.comparable(raw);
        return new ConceptMatcher(new FormAutomaton(table))
                .match(Tokens.of(text), text.text()).stream()
                        .map(match -> describe(match, text))
                        .toList();
    }

    private String describe(ConceptMatch match, ComparableText text) {
        List<String> languages = Arrays.stream(new int[] {0, 1, 2, 3})
                .filter(bit -> (match.languages() >> bit & 1) == 1)
                .mapToObj(LANGUAGES::get)
                .toList();
        int start = Tokens.of(text).get(match.firstToken()).start();
        int end = Tokens.of(text).get(match.endToken() - 1).end();
        return table.concepts().get(match.concept()).code()
                + ":" + String.join("+", languages)
                + ":" + text.text().substring(start, end);
    }
}
