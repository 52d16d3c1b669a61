package org.lurewatch.detection.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.text.JarTable;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/**
 * The words that show how a text means what is said beside them, from {@code stances.tsv}: stance, reach in words,
 * language, wordings separated by {@code |}. Wordings are cut into tokens as a posting is, so that the table may be
 * written in any spelling.
 */
final class Cues {
    static final Cues TABLE = load();

    /**
     * Reach of a cue for which the table gives no number of words: it ends with the sentence, or after a long run of
     * words.
     */
    static final int SENTENCE = 60;

    private static final int COLUMNS = 4;
    /** Cues of one sentence that are looked at: prose has fewer, and no text can make reading slow. */
    static final int MOST_HITS = 64;

    private final Map<String, List<Cue>> byFirstWord = new HashMap<>();

    private Cues() {}

    /** What a cue does to what is said beside it. */
    enum Stance {
        /** "no", "we never charge": denies what follows. */
        DENIES_NEXT,
        /** "is never charged": denies what went before. */
        DENIES_LAST,
        /** "you keep": what follows stays with its owner, if it is papers. */
        LEAVES_NEXT,
        /** "stays with you": what went before does. */
        LEAVES_LAST,
        /** "police say that", "beware of": what follows is what others say. */
        REPORTS_NEXT,
        /** "is a scam", "said the police": what went before is what others say. */
        REPORTS_LAST,
        /** "promises", "adverts like": what stands in quotation marks beside it is what others say. */
        QUOTES,
        /** "we offer", "contact us": from here on the text speaks for itself. */
        SPEAKS
    }

    /**
     * A wording with a stance.
     *
     * @param reach most words between it and what it is about
     * @param language code of the language that it is a word of
     * @param terms its words as the token chain spells them
     */
    record Cue(Stance stance, int reach, String language, List<String> terms) {
        /** Whether the other words follow the first one. */
        private boolean isAt(List<Token> tokens, int first) {
            if (first + terms.size() > tokens.size()) {
                return false;
            }
            for (int i = 1; i < terms.size(); i++) {
                Token token = tokens.get(first + i);
                if (!token.term().equals(terms.get(i))
                        || token.sentence() != tokens.get(first).sentence()) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A cue in a text. */
    record Hit(Cue cue, int first, int end) {}

    /** The cues of a text by the number of their sentence; a sentence may be as long as the text, and is read once. */
    Map<Integer, List<Hit>> in(List<Token> tokens) {
        Map<Integer, List<Hit>> bySentence = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            List<Cue> cues = byFirstWord.get(tokens.get(i).term());
            if (cues != null) {
                addAt(tokens, i, cues, bySentence);
            }
        }
        return bySentence;
    }

    private static void addAt(List<Token> tokens, int first, List<Cue> cues, Map<Integer, List<Hit>> bySentence) {
        int sentence = tokens.get(first).sentence();
        for (Cue cue : cues) {
            if (cue.isAt(tokens, first)) {
                List<Hit> hits = bySentence.computeIfAbsent(sentence, number -> new ArrayList<>(4));
                if (hits.size() < MOST_HITS) {
                    hits.add(new Hit(cue, first, first + cue.terms().size()));
                }
            }
        }
    }

    private static Cues load() {
        return JarTable.parsed(Cues.class, "stances.tsv", Cues::parse);
    }

    /** Reads a table; one sentence for each line that cannot be used goes to {@code problems}. */
    static Cues parse(String table, List<String> problems) {
        Cues cues = new Cues();
        String[] lines = table.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                cues.addLine(lines[i], i + 1, problems);
            }
        }
        return cues;
    }

    private void addLine(String line, int number, List<String> problems) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            problems.add("line " + number + ": 4 columns are needed, but there are " + columns.length);
            return;
        }
        Optional<Stance> stance = Arrays.stream(Stance.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(columns[0]))
                .findFirst();
        if (stance.isEmpty() || !columns[1].matches("-|\\d{1,2}")) {
            problems.add("line " + number + ": column 1 must be a stance and column 2 a number of words or -");
            return;
        }
        int reach = columns[1].equals("-") ? SENTENCE : Integer.parseInt(columns[1]);
        for (String wording : columns[3].split("\\|")) {
            List<String> terms = Tokens.of(TextChain.comparable(wording)).stream()
                    .map(Token::term)
                    .toList();
            if (terms.isEmpty()) {
                problems.add("line " + number + ": an empty wording");
            } else {
                byFirstWord
                        .computeIfAbsent(terms.get(0), first -> new ArrayList<>())
                        .add(new Cue(stance.orElseThrow(), reach, columns[2], terms));
            }
        }
    }
}
