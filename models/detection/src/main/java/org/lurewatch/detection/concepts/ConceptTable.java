package org.lurewatch.detection.concepts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** @throws IllegalStateException with every problem of the tables, which would be a fault of the program */
    static ConceptTable bundled() {
        List<String> problems = new ArrayList<>();
        ConceptTable table = parse(
                JarTable.text(ConceptTable.class, "concept-names.tsv"),
                JarTable.text(ConceptTable.class, "language-words.tsv"),
                JarTable.text(ConceptTable.class, "concepts.tsv"),
                problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
        return table;
    }

    /**
     * Reads the three tables, each with a header.
     *
     * @param names code, kind, indicator and meaning of each concept
     * @param common the commonest words of each language; those that it has are the known ones
     * @param forms of concepts by language
     * @param problems receives one sentence for each line that cannot be used
     */
    static ConceptTable parse(String names, String common, String forms, List<String> problems) {
        Map<String, Integer> places = new HashMap<>();
        List<Concept> concepts = new ArrayList<>();
        for (Line line : lines("concept-names.tsv", names, 4, problems)) {
            Optional<Concept.Kind> kind = Arrays.stream(Concept.Kind.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(line.cell(1)))
                    .findFirst();
            if (kind.isEmpty()) {
                problems.add(line.place() + ": there is no kind " + line.cell(1));
            } else if (places.putIfAbsent(line.cell(0), concepts.size()) != null) {
                problems.add(line.place() + ": " + line.cell(0) + " is named twice");
            } else {
                concepts.add(new Concept(line.cell(0), kind.orElseThrow(), line.cell(2), line.cell(3)));
            }
        }
        List<Line> words = lines("language-words.tsv", common, 2, problems);
        TreeSet<String> codes = new TreeSet<>();
        words.forEach(line -> codes.add(line.cell(0)));
        List<String> languages = List.copyOf(codes);
        List<Form> found = new ArrayList<>();
        for (Line line : lines("concepts.tsv", forms, 3, problems)) {
            Integer concept = places.get(line.cell(0));
            if (concept == null) {
                problems.add(line.place() + ": there is no concept " + line.cell(0));
            }
            if (!codes.contains(line.cell(1))) {
                problems.add(line.place() + ": there is no language " + line.cell(1));
            } else if (concept != null) {
                addForms(concept, languages.indexOf(line.cell(1)), line, 2, found, problems);
            }
        }
        words.forEach(line -> addForms(COMMON_WORD, languages.indexOf(line.cell(0)), line, 1, found, problems));
        return new ConceptTable(List.copyOf(concepts), languages, List.copyOf(found));
    }

    /** A line of a table and where it stands. */
    private record Line(String place, List<String> cells) {
        String cell(int index) {
            return cells.get(index);
        }
    }

    private static List<Line> lines(String table, String text, int columns, List<String> problems) {
        List<Line> lines = new ArrayList<>();
        String[] all = text.split("\n", -1);
        for (int i = 1; i < all.length; i++) {
            if (!all[i].isBlank()) {
                Line line = new Line(table + " line " + (i + 1), List.of(all[i].split("\t", -1)));
                if (line.cells().size() == columns) {
                    lines.add(line);
                } else {
                    problems.add(line.place() + ": " + columns + " columns are needed, but there are "
                            + line.cells().size());
                }
            }
        }
        return lines;
    }

    private static void addForms(
            int concept, int language, Line line, int cell, List<Form> forms, List<String> problems) {
        for (String cut : line.cell(cell).split("\\|")) {
            String wording = cut.strip();
            if (losesItsMark(wording)) {
                problems.add(line.place() + ": the mark at the edge of " + wording
                        + " is not read, so that any text with" + " its words alone would be found");
            } else {
                forms.add(new Form(concept, language, wording));
            }
        }
    }

    /**
     * Whether a form begins or ends with a mark that the text chain drops. A {@linkplain FormAutomaton#SIGNS sign} at the
     * start is read, a figure keeps its meaning without its "%" or "+", and points and apostrophes only spell words.
     */
    private static boolean losesItsMark(String wording) {
        boolean open = wording.endsWith("*");
        String words = open ? wording.substring(0, wording.length() - 1).strip() : wording;
        if (words.isEmpty()) {
            return true;
        }
        int first = words.codePointAt(0);
        int last = words.codePointBefore(words.length());
        int beforeLast = words.length() == 1 ? ' ' : words.charAt(words.length() - 2);
        boolean begins = isOfWord(first) || FormAutomaton.SIGNS.indexOf(first) >= 0;
        boolean ends = isOfWord(last)
                || (last == '%' || last == '+') && Character.isDigit(beforeLast)
                || (last == '\'' || last == '.' && !open) && isOfWord(beforeLast);
        return !begins || !ends;
    }

    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || codePoint == '_'
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> true;
                    default -> false;
                };
    }
}
