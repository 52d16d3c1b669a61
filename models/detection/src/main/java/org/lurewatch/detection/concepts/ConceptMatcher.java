package org.lurewatch.detection.concepts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.fst.FST;
import org.lurewatch.detection.text.Remembered;
import org.lurewatch.detection.text.Token;

/** Finds the forms of all concepts, whatever their language, in one pass over the tokens of a text. */
final class ConceptMatcher {
    private static final int LONGEST_SPACED_GAP = 2;
    private static final int LONGEST_UNSPACED_GAP = 6;

    /** A prefix of fewer units than this says too little. */
    private static final int SHORTEST_PREFIX = 2;

    private static final int MOST_REMEMBERED = 1 << 15;
    private static final State[] NOWHERE = {};

    private final FormAutomaton automaton;

    /** Most words of a text are common ones; where each leads to from the start is kept. */
    private final Remembered<State[]> firstWords = new Remembered<>(MOST_REMEMBERED, this::afterFirst);

    ConceptMatcher(FormAutomaton automaton) {
        this.automaton = automaton;
    }

    /**
     * A place in the automaton behind a word, and what was put out on the way.
     *
     * @param space the same place behind a space, or null
     * @param gap the same place behind a gap, or null
     */
    private record State(FST.Arc<Long> arc, long output, State space, State gap) {}

    private State state(FST.Arc<Long> arc, long output, FST.BytesReader reader) throws IOException {
        boolean goesOn = FST.targetHasArcs(arc);
        State gap = goesOn ? step(arc, output, FormAutomaton.GAP, reader) : null;
        State space = goesOn ? step(arc, output, FormAutomaton.SPACE, reader) : null;
        return new State(arc, output, space, gap);
    }

    private State step(FST.Arc<Long> arc, long output, int label, FST.BytesReader reader) throws IOException {
        FST.Arc<Long> next = new FST.Arc<>();
        if (automaton.forms.findTargetArc(label, arc, next, reader) == null) {
            return null;
        }
        return label == FormAutomaton.GAP
                ? state(next, output + next.output(), reader)
                : new State(next, output + next.output(), null, null);
    }

    private State[] afterFirst(String term) {
        FST<Long> forms = automaton.forms;
        List<State> states = new ArrayList<>(2);
        try {
            FST.Arc<Long> start = forms.getFirstArc(new FST.Arc<>());
            pass(term, new State(start, 0, null, null), forms.getBytesReader(), states);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an automaton in memory could not be read", impossible);
        }
        return states.isEmpty() ? NOWHERE : states.toArray(NOWHERE);
    }

    /** Through a word, unit by unit: adds the places that it leads to. */
    private void pass(String term, State from, FST.BytesReader reader, List<State> states) throws IOException {
        FST<Long> forms = automaton.forms;
        FST.Arc<Long> at = new FST.Arc<Long>().copyFrom(from.arc());
        long output = from.output();
        for (int i = 0; i <= term.length(); i++) {
            if (i >= SHORTEST_PREFIX || i == term.length()) {
                FST.Arc<Long> open = new FST.Arc<>();
                if (FST.targetHasArcs(at) && forms.findTargetArc(FormAutomaton.ANY_ENDING, at, open, reader) != null) {
                    states.add(state(open, output + open.output(), reader));
                }
            }
            if (i < term.length()) {
                if (forms.findTargetArc(term.charAt(i), at, at, reader) == null) {
                    return;
                }
                output += at.output();
            }
        }
        states.add(state(at, output, reader));
    }

    /** The forms among a text's tokens, by their first token; of one concept at one place only the longest. */
    List<ConceptMatch> match(List<Token> tokens, String text) {
        Walk walk = new Walk(tokens, text);
        try {
            for (int start = 0; start < tokens.size(); start++) {
                walk.from(start);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("an automaton in memory could not be read", impossible);
        }
        return walk.matches;
    }

    private final class Walk {
        private final List<Token> tokens;
        private final String text;
        private final FST.BytesReader reader = automaton.forms.getBytesReader();
        private final List<ConceptMatch> matches = new ArrayList<>();
        private final List<State> following = new ArrayList<>(4);
        private int start;
        private int firstOfStart;

        Walk(List<Token> tokens, String text) {
            this.tokens = tokens;
            this.text = text;
        }

        void from(int first) throws IOException {
            start = first;
            firstOfStart = matches.size();
            for (State state : firstWords.of(tokens.get(first).term())) {
                behind(state, first);
            }
        }

        /** Behind a token: a form may end here, go on with the next token, or leave some out. */
        private void behind(State state, int index) throws IOException {
            if (state.arc().isFinal()) {
                accept(state.output() + state.arc().nextFinalOutput(), index + 1);
            }
            if (!FST.targetHasArcs(state.arc()) || !goesOn(index + 1)) {
                return;
            }
            boolean unspaced = tokens.get(index).unspaced();
            next(state, unspaced, index + 1);
            if (state.gap() != null) {
                int longest = unspaced ? LONGEST_UNSPACED_GAP : LONGEST_SPACED_GAP;
                for (int skipped = 1; skipped <= longest && goesOn(index + 1 + skipped); skipped++) {
                    next(state.gap(), unspaced, index + 1 + skipped);
                }
            }
        }

        private void next(State state, boolean unspaced, int index) throws IOException {
            State before = unspaced && tokens.get(index).unspaced() ? state : state.space();
            if (before == null) {
                return;
            }
            following.clear();
            pass(tokens.get(index).term(), before, reader, following);
            if (!following.isEmpty()) {
                for (State next : List.copyOf(following)) {
                    behind(next, index);
                }
            }
        }

        private boolean goesOn(int index) {
            return index < tokens.size()
                    && tokens.get(index).sentence() == tokens.get(start).sentence();
        }

        private void accept(long output, int end) {
            for (FormAutomaton.Meaning meaning : automaton.meanings(output)) {
                if (meaning.marked() == null || isMarked(meaning.marked(), end)) {
                    add(new ConceptMatch(meaning.concept(), meaning.languages(), start, end));
                }
            }
        }

        /** Whether the text has the form's own marks; a text without any may have dropped them, if it says enough. */
        private boolean isMarked(String marked, int end) {
            String seen = text.substring(
                    tokens.get(start).start(), tokens.get(end - 1).end());
            return seen.startsWith(marked) || end - start > 1 && seen.chars().allMatch(c -> c < 0x80);
        }

        private void add(ConceptMatch match) {
            for (int i = firstOfStart; i < matches.size(); i++) {
                ConceptMatch other = matches.get(i);
                if (other.concept() == match.concept()) {
                    boolean longer = match.endToken() >= other.endToken();
                    long languages = match.endToken() == other.endToken()
                            ? match.languages() | other.languages()
                            : longer ? match.languages() : other.languages();
                    ConceptMatch kept = longer ? match : other;
                    matches.set(i, new ConceptMatch(kept.concept(), languages, start, kept.endToken()));
                    return;
                }
            }
            matches.add(match);
        }
    }
}
