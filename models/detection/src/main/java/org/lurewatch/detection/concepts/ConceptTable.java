package org.lurewatch.detection.concepts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.lurewatch.detection.text.JarTable;

/**
 * The concepts and their forms as the jar holds them.
 *
 * @param concepts in the order of their table
 * @param languages codes, in alphabetical order; the bit of a language is its place
 * @param forms every form of every concept and language
 */
record ConceptTable(List<Concept> concepts, List<String> languages, List<Form> forms) {

    /** Marks the commonest words of a language, which tell languages apart and mean nothing else. */
    static final int COMMON_WORD = -1;

    /**
     * A wording that means a concept.
     *
     * @param concept place in the table, or {@link #COMMON_WORD}
     * @param language place in the languages
     * @param wording words; {@code *} at the end of one stands for any ending, {@code _} for one or two words between
     */
    record Form(int concept, int language, String wording) {}

    static ConceptTable bundled() {
        List<Concept> concepts = JarTable.rows(ConceptTable.class, "concept-names.tsv")
                .map(cells -> new Concept(
                        cells[0], Concept.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)), cells[2], cells[3]))
                .toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < concepts.size(); i++) {
            if (places.put(concepts.get(i).code(), i) != null) {
                throw new IllegalStateException(
                        "concept-names.tsv names " + concepts.get(i).code() + " twice");
            }
        }
        List<String[]> common =
                JarTable.rows(ConceptTable.class, "language-words.tsv").toList();
        TreeSet<String> codes = new TreeSet<>();
        common.forEach(cells -> codes.add(cells[0]));
        List<String> languages = List.copyOf(codes);
        List<Form> forms = new ArrayList<>();
        JarTable.rows(ConceptTable.class, "concepts.tsv")
                .forEach(cells -> addForms(places.get(cells[0]), languages.indexOf(cells[1]), cells[2], forms));
        common.forEach(cells -> addForms(COMMON_WORD, languages.indexOf(cells[0]), cells[1], forms));
        return new ConceptTable(concepts, languages, List.copyOf(forms));
    }

    private static void addForms(int concept, int language, String cell, List<Form> forms) {
        for (String wording : cell.split("\\|")) {
            forms.add(new Form(concept, language, wording.strip()));
        }
    }
}
