package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.Wording;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;

/**
 * The log-odds of a posting taken apart, exactly: start, manner and pieces add up to them. A known phrase or a fact is
 * credited with what its signals added and with what the words in it added; every other word belongs to one run of
 * words. See RATIONALE.md, "A phrase is credited with its words".
 *
 * @param pieces all parts that have a place in the posting, the strongest first
 * @param start what every posting starts from
 * @param manner what has no place: the look of the text and the tricks played with it
 */
record Attribution(List<Piece> pieces, double start, double manner) {
    Attribution {
        pieces = List.copyOf(pieces);
    }

    static Attribution of(Reading reading, Wording wording, FeatureVector features, LinearHead head) {
        List<Piece> pieces = new ArrayList<>();
        List<double[]> sums = wording.contributions(reading, head.wordingWeights());
        List<boolean[]> taken = new ArrayList<>();
        for (double[] field : sums) {
            Arrays.setAll(field, i -> field[i] * head.wordingFactor());
            taken.add(new boolean[field.length]);
        }
        double named = 0;
        for (Claim claim : Claims.ofAll(reading, features, head)) {
            named += claim.contribution();
            pieces.add(piece(claim, reading, sums, taken));
        }
        for (int i = 0; i < sums.size(); i++) {
            named -= hidePlaces(reading.fields().get(i), sums.get(i), taken.get(i));
            pieces.addAll(WordRuns.of(reading, i, sums.get(i), taken.get(i)));
        }
        pieces.sort(Piece.STRONGEST_FIRST);
        return new Attribution(pieces, head.logitOfNothing(), signals(features, head) - named);
    }

    /** Only what named signals added, which is quickly found. */
    static List<Piece> ofSignals(Reading reading, FeatureVector features, LinearHead head) {
        return Claims.ofSignals(reading, features, head).stream()
                .map(claim -> claim.reading() == Claim.NOT_SCORED
                        ? ofFactField(claim, reading)
                        : Piece.of(claim, reading.fields().get(claim.reading()), 0))
                .sorted(Piece.STRONGEST_FIRST)
                .toList();
    }

    /**
     * By how much more the weak pieces and the manner speak for a scam than all other pieces do; 0 where they do not.
     */
    double weakSurplus() {
        double weak = Math.max(0, manner);
        double strong = 0;
        for (Piece piece : pieces) {
            double added = Math.max(0, piece.contribution());
            weak += piece.weak() ? added : 0;
            strong += piece.weak() ? 0 : added;
        }
        return Math.max(0, weak - strong);
    }

    private static Piece piece(Claim claim, Reading reading, List<double[]> sums, List<boolean[]> taken) {
        if (claim.reading() == Claim.NOT_SCORED) {
            return ofFactField(claim, reading);
        }
        FieldReading field = reading.fields().get(claim.reading());
        double wording = take(field, claim, sums.get(claim.reading()), taken.get(claim.reading()));
        return Piece.of(claim, field, wording);
    }

    private static Piece ofFactField(Claim claim, Reading reading) {
        return Piece.of(claim, reading.posting().text(claim.field()).orElseThrow());
    }

    /** What the words inside a claim added; they are not counted again for another. */
    private static double take(FieldReading field, Claim claim, double[] sums, boolean[] taken) {
        double sum = 0;
        for (int i = claim.firstToken(field); i < sums.length && claim.covers(field, i); i++) {
            if (!taken[i]) {
                sum += sums[i];
                taken[i] = true;
            }
        }
        return sum;
    }

    /**
     * Gives what names of places added to the words beside them, since the model did not see the names and nobody is to
     * read them as a reason.
     *
     * @return what no word can take, in a field that holds nothing but names
     */
    private static double hidePlaces(FieldReading field, double[] sums, boolean[] taken) {
        BitSet places = new BitSet();
        for (PhraseMatch match : field.matches()) {
            if (match.phrase().signal() == Signal.PLACE) {
                places.set(match.firstToken(), match.endToken());
            }
        }
        double left = 0;
        int word = -1;
        for (int i = 0; i < sums.length; i++) {
            if (places.get(i) && !taken[i]) {
                left += sums[i];
                sums[i] = 0;
                taken[i] = true;
            } else if (!taken[i]) {
                word = i;
            }
            if (word >= 0) {
                sums[word] += left;
                left = 0;
            }
        }
        return left;
    }

    private static double signals(FeatureVector features, LinearHead head) {
        double sum = 0;
        for (int i = 0; i < features.signals().length; i++) {
            sum += head.signalContribution(i, features.signals()[i]);
        }
        return sum;
    }
}
