package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The phrases of a bundle, read from tab-separated lines {@code signal, language, phrase, use, sources} with a header.
 * {@code use} is {@code any} or {@code context}.
 *
 * @param phrases in the order of the file
 */
public record Lexicon(List<Phrase> phrases) {
    /** First line of a lexicon file. */
    public static final String HEADER = "signal\tlanguage\tphrase\tuse\tsources";

    private static final int LONGEST_WORDING = 200;
    private static final int LONGEST_SOURCES = 200;

    public Lexicon {
        phrases = List.copyOf(phrases);
    }

    /**
     * Reads a lexicon.
     *
     * @param text the whole file
     * @param problems receives one sentence for each line that cannot be used, with its number
     */
    public static Lexicon parse(String text, List<String> problems) {
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String[] lines = text.split("\n", -1);
        if (!lines[0].strip().equals(HEADER)) {
            problems.add("lexicon line 1: the header must read " + HEADER.replace("\t", ", "));
        }
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            if (!line.isBlank()) {
                entryOf(line, i + 1, seen, problems).ifPresent(entries::add);
            }
        }
        return new Lexicon(phrases(entries, problems));
    }

    /** Wordings are cut into words in parallel: this takes most of the time in which a bundle is loaded. */
    private static List<Phrase> phrases(List<Entry> entries, List<String> problems) {
        List<Phrase> phrases = entries.parallelStream().map(Entry::phrase).toList();
        List<Phrase> usable = new ArrayList<>(phrases.size());
        for (int i = 0; i < phrases.size(); i++) {
            if (phrases.get(i).tokens().isEmpty()) {
                problems.add("lexicon line " + entries.get(i).number() + ": the phrase has no word in it");
            } else {
                usable.add(phrases.get(i));
            }
        }
        return usable;
    }

    /**
     * A line whose columns can be used.
     *
     * @param number of the line in the file, from 1
     */
    private record Entry(
            int number, Signal signal, String language, String wording, boolean contextOnly, String sources) {
        Phrase phrase() {
            return Phrase.of(signal, language, wording, contextOnly, sources);
        }
    }

    private static Optional<Entry> entryOf(String line, int number, Set<String> seen, List<String> problems) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 5) {
            problems.add("lexicon line " + number + ": 5 columns are needed, but there are " + columns.length);
            return Optional.empty();
        }
        Optional<Signal> signal = Signal.ofCode(columns[0]);
        boolean contextOnly = columns[3].equals("context");
        int before = problems.size();
        if (signal.isEmpty()) {
            problems.add("lexicon line " + number + ": there is no signal of the name in column 1");
        }
        if (!contextOnly && !columns[3].equals("any")) {
            problems.add("lexicon line " + number + ": column 4 must be any or context");
        }
        if (!seen.add(columns[0] + '\t' + columns[1] + '\t' + columns[2])) {
            problems.add("lexicon line " + number + ": the phrase is listed twice");
        }
        if (columns[2].length() > LONGEST_WORDING) {
            problems.add("lexicon line " + number + ": a phrase has at most " + LONGEST_WORDING + " characters");
        }
        if (columns[4].length() > LONGEST_SOURCES) {
            problems.add("lexicon line " + number + ": the sources have at most " + LONGEST_SOURCES + " characters");
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Entry(number, signal.orElseThrow(), columns[1], columns[2], contextOnly, columns[4]));
    }
}
