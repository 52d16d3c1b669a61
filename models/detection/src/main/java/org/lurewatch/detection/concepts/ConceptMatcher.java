package org.lurewatch.detection.concepts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.fst.FST;
import org.lurewatch.detection.text.Remembered;
import org.lurewatch.detection.text.Token;

/** Finds the forms of all concepts, whatever their language, in one pass over the tokens of a text. */
final class ConceptMatcher {
    private static final int LONGEST_SPACED_GAP = 2;
    private static final int LONGEST_UNSPACED_GAP = 6;

    /** A prefix of fewer units than this says too little. */
    private static final int SHORTEST_PREFIX = 2;

    /** A longer figure, such as a telephone number, has no unit behind it. */
    private static final int LONGEST_MEASURED = 3;

    /** "5 million kyat / day". */
    private static final int MOST_WORDS_TO_SIGN = 3;

    private static final int MOST_REMEMBERED = 200_000;
    private static final State[] NOWHERE = {};
    private static final FormAutomaton.Meaning[] NO_MEANINGS = {};

    private final FormAutomaton automaton;

    /** Most words of a text are common ones; where each leads to from the start is kept. */
    private final Remembered<State[]> firstWords = new Remembered<>(MOST_REMEMBERED, this::afterFirst);

    ConceptMatcher(FormAutomaton automaton) {
        this.automaton = automaton;
    }

    /**
     * A place in the automaton behind a word, and what was put out on the way.
     *
     * @param meanings of the forms that end here
     * @param signed whether one of these has its sign before it
     * @param next where the next word begins if no space parts it from this one, or null
     * @param spaced where it begins behind a space, or null
     * @param gap the same place behind a gap, or null
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record State(
            FormAutomaton.Meaning[] meanings, boolean signed, WordStart next, WordStart spaced, State gap) {}

    private State state(FST.Arc<Long> arc, long output, FST.BytesReader reader) throws IOException {
        FormAutomaton.Meaning[] meanings =
                arc.isFinal() ? automaton.meanings(output + arc.nextFinalOutput()) : NO_MEANINGS;
        boolean signed = Arrays.stream(meanings).anyMatch(FormAutomaton.Meaning::isSigned);
        if (!FST.targetHasArcs(arc)) {
            return new State(meanings, signed, null, null, null);
        }
        WordStart next = new WordStart(arc, output);
        FST.Arc<Long> space = step(arc, FormAutomaton.SPACE, reader);
        FST.Arc<Long> gap = step(arc, FormAutomaton.GAP, reader);
        return new State(
                meanings,
                signed,
                next,
                space == null ? null : new WordStart(space, output + space.output()),
                gap == null ? null : state(gap, output + gap.output(), reader));
    }

    private FST.Arc<Long> step(FST.Arc<Long> from, int label, FST.BytesReader reader) throws IOException {
        return automaton.forms.findTargetArc(label, from, new FST.Arc<>(), reader);
    }

    private State[] afterFirst(String term) {
        try {
            FST.Arc<Long> start = automaton.forms.getFirstArc(new FST.Arc<>());
            return pass(term, new WordStart(start, 0), automaton.forms.getBytesReader());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an automaton in memory could not be read", impossible);
        }
    }

    /** A place in the automaton where a word begins, and what was put out on the way. */
    private record WordStart(FST.Arc<Long> arc, long output) {}

    /** The places that a word leads to, unit by unit. */
    private State[] pass(String term, WordStart from, FST.BytesReader reader) throws IOException {
        List<State> states = new ArrayList<>(2);
        FST<Long> forms = automaton.forms;
        FST.Arc<Long> at = new FST.Arc<Long>().copyFrom(from.arc());
        long output = from.output();
        for (int i = 0; i <= term.length(); i++) {
            if (FST.targetHasArcs(at) && (i >= SHORTEST_PREFIX || i == term.length())) {
                FST.Arc<Long> open = step(at, FormAutomaton.ANY_ENDING, reader);
                if (open != null) {
                    states.add(state(open, output + open.output(), reader));
                }
            }
            if (i < term.length()) {
                if (forms.findTargetArc(term.charAt(i), at, at, reader) == null) {
                    return states.toArray(NOWHERE);
                }
                output += at.output();
            }
        }
        states.add(state(at, output, reader));
        return states.toArray(NOWHERE);
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
        private final Remembered.Lately<State[]> first = firstWords.lately();
        private final FST.BytesReader reader = automaton.forms.getBytesReader();
        private final List<ConceptMatch> matches = new ArrayList<>();
        private int start;
        private int firstOfStart;

        Walk(List<Token> tokens, String text) {
            this.tokens = tokens;
            this.text = text;
        }

        void from(int index) throws IOException {
            start = index;
            firstOfStart = matches.size();
            for (State state : first.of(tokens.get(index).term())) {
                behind(state, index);
            }
        }

        /** Behind a token: a form may end here, go on with the next token, or leave some out. */
        private void behind(State state, int index) throws IOException {
            for (FormAutomaton.Meaning meaning : state.meanings()) {
                if (!state.signed() || isMeantHere(meaning)) {
                    accept(meaning, index + 1);
                }
            }
            if (state.next() == null || !goesOn(index + 1)) {
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
            Token token = tokens.get(index);
            WordStart from = unspaced && token.unspaced() ? state.next() : state.spaced();
            if (from != null) {
                for (State next : pass(token.term(), from, reader)) {
                    behind(next, index);
                }
            }
        }

        private boolean goesOn(int index) {
            return index < tokens.size()
                    && tokens.get(index).sentence() == tokens.get(start).sentence();
        }

        private void accept(FormAutomaton.Meaning meaning, int end) {
            if (meaning.marked().isEmpty() || isMarked(meaning.marked(), end)) {
                add(new ConceptMatch(meaning.concept(), meaning.languages(), start, end));
            }
        }

        /**
         * Whether a wording that some form has with its sign before it has this meaning here: "hr" is an hour in "25
         * USD/hr", people in "our HR", and neither in "8 hr", which is no rate.
         */
        private boolean isMeantHere(FormAutomaton.Meaning meaning) {
            int before = lastBefore(tokens.get(start).start());
            char sign = before < 0 ? FormAutomaton.NO_SIGN : text.charAt(before);
            if (meaning.isSigned()) {
                return meaning.sign() == sign && isFigureNear();
            }
            return !(FormAutomaton.SIGNS.indexOf(sign) >= 0 && isFigureNear()) && !isShortFigure(start - 1);
        }

        private boolean isFigureNear() {
            return IntStream.rangeClosed(1, MOST_WORDS_TO_SIGN).anyMatch(back -> isFigure(start - back));
        }

        private boolean isShortFigure(int index) {
            return isFigure(index)
                    && tokens.get(index).term().length() <= LONGEST_MEASURED
                    && lastBefore(tokens.get(start).start())
                            == tokens.get(index).end() - 1;
        }

        private boolean isFigure(int index) {
            return index >= 0
                    && tokens.get(index).sentence() == tokens.get(start).sentence()
                    && Character.isDigit(tokens.get(index).term().charAt(0));
        }

        /** The last character before this place that is no space; -1 if there is none. */
        private int lastBefore(int place) {
            int last = place - 1;
            while (last >= 0 && text.charAt(last) == ' ') {
                last--;
            }
            return last;
        }

        /**
         * Whether the text has the form's own marks where it begins and ends; a text without any may have dropped them,
         * if it says enough.
         */
        private boolean isMarked(List<FormAutomaton.MarkedWords> marked, int end) {
            FormAutomaton.MarkedWords last = marked.get(marked.size() - 1);
            int lastStart = tokens.get(end - last.tokens()).start();
            if (text.startsWith(marked.get(0).text(), tokens.get(start).start())
                    && text.startsWith(last.text(), lastStart)) {
                return true;
            }
            String seen = text.substring(
                    tokens.get(start).start(), tokens.get(end - 1).end());
            return end - start > 1 && seen.chars().allMatch(c -> c < 0x80);
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
