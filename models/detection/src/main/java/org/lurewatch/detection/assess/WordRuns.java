package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.WordEdges;

/**
 * The words of a field that no phrase or fact claims, cut into runs that together added or took the most. A run stays
 * within one sentence, begins and ends with whole words, and takes in neighbours that matter little, so that it can be
 * read.
 */
final class WordRuns {
    private static final int LONGEST = 24;
    private static final int LONGEST_UNSPACED = 40;

    /** How much of a run's contribution its readability may cost. */
    private static final double COST_OF_CONTEXT = 0.2;

    private final FieldReading field;
    private final int index;
    private final double[] sums;
    private final List<Piece> runs = new ArrayList<>();

    private WordRuns(FieldReading field, int index, double[] sums) {
        this.field = field;
        this.index = index;
        this.sums = sums;
    }

    /**
     * The runs of a field; every token that is not taken belongs to one.
     *
     * @param index of the field in the reading
     * @param sums what each token added to the log-odds
     * @param taken the tokens that belong to a phrase or a fact
     */
    static List<Piece> of(Reading reading, int index, double[] sums, boolean[] taken) {
        WordRuns runs = new WordRuns(reading.fields().get(index), index, sums);
        int start = 0;
        while (start < sums.length) {
            int end = start;
            while (end < sums.length && !taken[end] && runs.isTogether(start, end)) {
                end++;
            }
            if (end > start) {
                runs.cut(start, end, runs.wordStarts(start, end), start);
            }
            start = Math.max(end, start + 1);
        }
        return runs.runs;
    }

    /** Whether a stretch from the first token can go on to another: in one sentence, and not for too long. */
    private boolean isTogether(int first, int token) {
        List<Token> tokens = field.tokens();
        if (tokens.get(token).sentence() != tokens.get(first).sentence()) {
            return false;
        }
        int longest = tokens.get(token).unspaced() ? LONGEST_UNSPACED : LONGEST;
        int length = token - first;
        return length < longest && (length < longest / 2 || !isClauseEnd(token));
    }

    /** Takes the strongest run out of a stretch, then the runs before and behind it. */
    private void cut(int from, int to, boolean[] wordStarts, int offset) {
        if (from >= to) {
            return;
        }
        int start = from;
        int end = from;
        double best = 0;
        double sum = 0;
        int first = from;
        for (int i = from; i < to; i++) {
            if (sum <= 0) {
                sum = 0;
                first = i;
            }
            sum += sums[i];
            if (sum > best) {
                best = sum;
                start = first;
                end = i + 1;
            }
        }
        if (best == 0) {
            add(from, to);
            return;
        }
        double budget = best * COST_OF_CONTEXT;
        while (start > from && (!wordStarts[start - offset] || !isClauseEnd(start) && -sums[start - 1] <= budget)) {
            start--;
            budget += Math.min(0, sums[start]);
        }
        while (end < to && (!wordStarts[end - offset] || !isClauseEnd(end) && -sums[end] <= budget)) {
            budget += Math.min(0, sums[end]);
            end++;
        }
        cut(from, start, wordStarts, offset);
        add(start, end);
        cut(end, to, wordStarts, offset);
    }

    private void add(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sums[i];
        }
        Claim run = new Claim(
                Reason.WORDING,
                field.field(),
                index,
                field.tokens().get(from).start(),
                field.tokens().get(to - 1).end(),
                0);
        runs.add(Piece.of(run, field, sum));
    }

    /** Whether anything other than a space, a hyphen or an apostrophe stands between a token and the one before it. */
    private boolean isClauseEnd(int token) {
        Token before = field.tokens().get(token - 1);
        Token next = field.tokens().get(token);
        String text = field.text().text();
        boolean spaced = false;
        for (int i = before.end(); i < next.start(); i++) {
            char c = text.charAt(i);
            spaced |= Character.isWhitespace(c);
            if (!Character.isWhitespace(c) && "-'\u2019_&%+$#@".indexOf(c) < 0) {
                return true;
            }
        }
        return spaced && before.unspaced() && next.unspaced();
    }

    /** For each token of a stretch whether a word begins with it. */
    private boolean[] wordStarts(int from, int to) {
        List<Token> tokens = field.tokens();
        boolean[] starts = new boolean[to - from];
        int offset = tokens.get(from).start();
        WordEdges edges = null;
        for (int i = from; i < to; i++) {
            boolean inside = i > from
                    && tokens.get(i).unspaced()
                    && tokens.get(i - 1).unspaced()
                    && tokens.get(i - 1).end() == tokens.get(i).start();
            if (inside && edges == null) {
                edges = WordEdges.of(
                        field.text().text().substring(offset, tokens.get(to - 1).end()));
            }
            starts[i - from] = !inside || edges.isEdge(tokens.get(i).start() - offset);
        }
        return starts;
    }
}
