package org.lurewatch.trainer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.lurewatch.intake.labels.Label;

/** Every figure here is worked out by hand. */
class MeterTest {
    private static final Bootstrap DRAWS = new Bootstrap(200, 1);
    private static final double OWN_RATE = Double.NaN;

    @Test
    void verdictsAreCountedAmongTheirOwnKind() {
        Map<Figure, Interval> figures = figures(JudgedSamples.of("f", "en", "0.9s 0.8h 0.7a 0.6s 0.4s 0.3h 0.2h 0.1h"));
        assertEquals(2.0 / 3, figures.get(Figure.SCAMS_WARNED).estimate(), 1e-12);
        assertEquals(0.25, figures.get(Figure.HONEST_WARNED).estimate(), 1e-12);
        assertEquals(1, figures.get(Figure.ABOUT_WARNED).estimate());
        assertEquals(0, figures.get(Figure.SCAMS_ASKED).estimate());
        assertTrue(figures.get(Figure.SCAMS_ASKED).high() > 0.5, "3 scams say little about what is never seen");
    }

    @Test
    void textsAboutScamsTakeNoPartInTheRanking() {
        Map<Figure, Interval> with = figures(JudgedSamples.of("f", "en", "0.9a 0.8s 0.7h"));
        assertEquals(1, with.get(Figure.AVERAGE_PRECISION).estimate());
    }

    @Test
    void whatCannotBeToldIsNotTold() {
        Map<Figure, Interval> figures = figures(JudgedSamples.of("f", "en", "0.9h 0.2h"));
        assertEquals(Set.of(Figure.HONEST_WARNED, Figure.HONEST_ASKED), figures.keySet());
    }

    @Test
    void aMereRankingHasNoVerdictsAndNoCalibration() {
        List<JudgedSample> ranked = JudgedSamples.of("f", "en", "0.9s 0.2h").stream()
                .map(outcome ->
                        new JudgedSample(outcome.sample(), outcome.language(), outcome.score(), Optional.empty()))
                .toList();
        assertEquals(
                Set.of(Figure.AVERAGE_PRECISION, Figure.RECALL_AT_1_PERCENT, Figure.RECALL_AT_01_PERCENT),
                figures(ranked).keySet());
    }

    @Test
    void nearDuplicatesAreOnePieceOfEvidence() {
        List<JudgedSample> copies = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            copies.add(JudgedSamples.outcome("f", "en", "found", Label.SCAM, 0.9));
            copies.add(JudgedSamples.outcome("f", "en", "missed", Label.SCAM, 0.1));
        }
        Interval recall = figures(copies).get(Figure.SCAMS_WARNED);
        assertEquals(new Interval(0.5, 0, 1), recall, "two groups, however many copies");
    }

    @Test
    void theCalibrationErrorIsTheMeanDistanceOverTenths() {
        // at the base rate of one half, which is the postings' own share: each posting is a bin of its own
        List<JudgedSample> outcomes = JudgedSamples.of("f", "en", "0.9s 0.9h 0.6s 0.6s 0.5h 0.5s 0.4h 0.4s 0.1h 0.1h");
        double expected = (0.1 + 0.9 + 0.4 + 0.4 + 0.5 + 0.5 + 0.4 + 0.6 + 0.1 + 0.1) / 10;
        Map<Figure, Interval> figures = new Meter(outcomes, 0.5, OWN_RATE).intervals(DRAWS);
        assertEquals(expected, figures.get(Figure.CALIBRATION_ERROR).estimate(), 1e-12);
        double squares = (0.01 + 0.81 + 0.16 + 0.16 + 0.25 + 0.25 + 0.16 + 0.36 + 0.01 + 0.01) / 10;
        assertEquals(squares, figures.get(Figure.BRIER).estimate(), 1e-12);
    }

    @Test
    void scoresAreRestatedToTheShareOfScamsBeforeTheyAreHeldAgainstTheTruth() {
        // one in a thousand, odds 1:999; among equally many of both, the odds of each posting rise 999-fold
        assertEquals(0.5, CalibrationFigures.restated(0.001, 0.001, 0.5), 1e-12);
        assertEquals(0.9, CalibrationFigures.restated(0.5, 0.5, 0.9), 1e-12);
        List<JudgedSample> outcomes = JudgedSamples.of("f", "en", "0.001s 0.001h");
        assertEquals(
                0.25,
                new Meter(outcomes, 0.001, OWN_RATE)
                        .intervals(DRAWS)
                        .get(Figure.BRIER)
                        .estimate(),
                1e-12);
    }

    @Property
    void restatingForTheSameRateChangesNothing(
            @ForAll @DoubleRange(min = 0, max = 1) double score,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double other) {
        assertEquals(score, CalibrationFigures.restated(score, rate, rate), 1e-9);
        assertEquals(
                score,
                CalibrationFigures.restated(CalibrationFigures.restated(score, rate, other), other, rate),
                1e-9,
                "and back");
    }

    @Test
    void differencesArePairedPostingByPosting() {
        List<JudgedSample> a = JudgedSamples.of("f", "en", "0.9s 0.6s 0.1s 0.1s 0.2h 0.3h");
        List<JudgedSample> b = JudgedSamples.of("f", "en", "0.9s 0.6s 0.6s 0.1s 0.2h 0.3h");
        Map<Figure, Interval> better = meter(a).differences(meter(b), DRAWS);
        assertEquals(0.25, better.get(Figure.SCAMS_WARNED).estimate(), 1e-12);
        assertEquals(new Interval(0, 0, 0), better.get(Figure.HONEST_WARNED), "the same verdicts in every draw");
        assertTrue(better.get(Figure.SCAMS_WARNED).low() >= 0, "nothing got worse in any draw");
        Map<Figure, Interval> same = meter(a).differences(meter(a), DRAWS);
        same.values().forEach(difference -> assertEquals(new Interval(0, 0, 0), difference));
    }

    @Test
    void onlyOutcomesOfTheSameSamplesCanBePaired() {
        Meter two = meter(JudgedSamples.of("f", "en", "0.9s 0.1h"));
        Meter three = meter(JudgedSamples.of("f", "en", "0.9s 0.1h 0.1h"));
        assertThrows(IllegalArgumentException.class, () -> two.differences(three, DRAWS));
    }

    @Test
    void aDayIsWorkedOutFromSharesAndBaseRate() {
        Assumptions terms = new Assumptions(0.001, 100_000, 3, Map.of(), DRAWS);
        Workload day = Workload.of(0.6, 0.0005, terms);
        assertEquals(60, day.scamsWarned(), 1e-9);
        assertEquals(40, day.scamsMissed(), 1e-9);
        assertEquals(99_900 * 0.0005, day.honestWarned(), 1e-9);
        assertEquals(60 / 109.95, day.precision(), 1e-9);
        assertEquals(109.95 * 3 / 60, day.reviewHours(), 1e-9);
        assertEquals(0, Workload.of(0, 0, terms).precision());
    }

    @Test
    void everydayAdvertsAreThoseOfFilesWithoutAScam() {
        List<JudgedSample> mixed = JudgedSamples.of("mixed", "en", "0.9s 0.8h");
        List<JudgedSample> boards = JudgedSamples.of("boards", "en", "0.6h 0.1h");
        List<JudgedSample> all = Stream.concat(mixed.stream(), boards.stream()).toList();
        assertEquals(boards, Everyday.of(all));
        assertEquals(mixed.subList(1, 2), Everyday.of(mixed), "all honest postings where every file holds scams");
        View view = View.of("v", all, EnumSet.of(Cut.FILE), new Assumptions(0.001, 1000, 3, Map.of(), DRAWS));
        assertEquals(1, view.days().size());
        assertEquals(999 * 0.5, view.days().get(0).expected().honestWarned(), 1e-9);
        assertEquals(
                0.5,
                view.everyday()
                        .orElseThrow()
                        .figure(Figure.HONEST_WARNED)
                        .orElseThrow()
                        .estimate());
        Everyday.Reach reach = view.reaches().get(0);
        assertEquals(
                Map.of("mixed", Map.of(Label.SCAM, new Everyday.Over(1, 1), Label.LEGITIMATE, new Everyday.Over(1, 1))),
                reach.over());
    }

    private static Map<Figure, Interval> figures(List<JudgedSample> outcomes) {
        return meter(outcomes).intervals(DRAWS);
    }

    private static Meter meter(List<JudgedSample> outcomes) {
        return new Meter(outcomes, 0.001, OWN_RATE);
    }
}
