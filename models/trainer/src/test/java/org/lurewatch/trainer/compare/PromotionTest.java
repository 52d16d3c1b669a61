package org.lurewatch.trainer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.compare.Comparison.Change;
import org.lurewatch.trainer.measure.Bootstrap;
import org.lurewatch.trainer.measure.Outcome;
import org.lurewatch.trainer.measure.Outcomes;
import org.lurewatch.trainer.measure.Terms;

class PromotionTest {
    private static final Terms TERMS = new Terms(0.001, 100_000, 3, Map.of(), new Bootstrap(200, 1));

    private final List<Outcome> a = new ArrayList<>();
    private final List<Outcome> b = new ArrayList<>();

    @Test
    void theSameBundleMayTakeItsOwnPlace() {
        add("en", Label.SCAM, 30, 0.9, 0.9);
        add("en", Label.LEGITIMATE, 30, 0.1, 0.1);
        assertEquals(List.of(), objections());
        assertEquals(Map.of(), comparison().changes());
    }

    @Test
    void aLanguageThatFindsFewerScamsIsRefused() {
        add("en", Label.SCAM, 30, 0.9, 0.9);
        add("en", Label.LEGITIMATE, 30, 0.1, 0.1);
        add("th", Label.SCAM, 20, 0.9, 0.9);
        add("th", Label.SCAM, 10, 0.9, 0.4);
        assertEquals(1, objections().size(), objections().toString());
        assertTrue(objections().get(0).startsWith("language th: scams warned of got worse, B minus A is -0.333"));
    }

    @Test
    void whatOneOfManyScamsLosesMayBeChance() {
        add("th", Label.SCAM, 29, 0.9, 0.9);
        add("th", Label.SCAM, 1, 0.9, 0.4);
        add("th", Label.LEGITIMATE, 30, 0.1, 0.1);
        assertEquals(List.of(), objections());
    }

    @Test
    void aLanguageWhoseOrderGotWorseIsRefusedThoughTheVerdictsStay() {
        add("th", Label.SCAM, 30, 0.4, 0.2);
        add("th", Label.LEGITIMATE, 30, 0.3, 0.3);
        assertEquals(1, objections().size(), objections().toString());
        assertTrue(objections().get(0).startsWith("language th: average precision got worse"));
    }

    @Test
    void aLanguageWhoseHonestEmployersAreWarnedOfMoreIsRefused() {
        add("en", Label.LEGITIMATE, 30, 0.9, 0.1);
        add("th", Label.LEGITIMATE, 20, 0.1, 0.1);
        add("th", Label.LEGITIMATE, 10, 0.1, 0.9);
        assertEquals(1, objections().size(), objections().toString());
        assertTrue(objections().get(0).startsWith("language th: honest warned of got worse"));
    }

    @Test
    void aLanguageOfFewPostingsIsNotJudged() {
        add("th", Label.SCAM, 9, 0.9, 0.4);
        add("th", Label.LEGITIMATE, 9, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 30, 0.1, 0.1);
        assertEquals(List.of(), objections());
    }

    @Test
    void moreFalseAlarmsThanTheGateAndThanBeforeAreRefused() {
        add("en", Label.LEGITIMATE, 1_998, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 2, 0.1, 0.9);
        assertEquals(
                List.of("false-alarm gate: B warns of 0.100 % of everyday adverts, A of 0.00 %, and more than"
                        + " 0.050 % is too much"),
                objections());
    }

    @Test
    void asManyFalseAlarmsAsTheGateAllowsPass() {
        add("en", Label.LEGITIMATE, 1_999, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 1, 0.1, 0.9);
        assertEquals(List.of(), objections());
    }

    @Test
    void noMoreFalseAlarmsThanBeforePass() {
        add("en", Label.LEGITIMATE, 28, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 2, 0.9, 0.9);
        assertEquals(List.of(), objections());
    }

    @Test
    void withoutAnyHonestPostingTheGateCannotBeJudged() {
        add("en", Label.SCAM, 30, 0.9, 0.9);
        assertEquals(List.of("false-alarm gate: there is no honest posting to judge it by"), objections());
    }

    @Test
    void changedVerdictsAreListedByKind() {
        add("en", Label.SCAM, 1, 0.9, 0.4);
        add("en", Label.LEGITIMATE, 2, 0.1, 0.9);
        add("en", Label.LEGITIMATE, 1, 0.1, 0.1);
        Change lost = new Change(Label.SCAM, Verdict.LIKELY_SCAM, Verdict.NO_SIGN_FOUND);
        Change alarm = new Change(Label.LEGITIMATE, Verdict.NO_SIGN_FOUND, Verdict.LIKELY_SCAM);
        Comparison comparison = comparison();
        assertEquals(List.of(lost, alarm), List.copyOf(comparison.changes().keySet()));
        assertEquals(
                List.of("1", "2"),
                comparison.changes().get(alarm).stream()
                        .map(sample -> sample.labelled().posting().identifier())
                        .toList());
        String text = String.join("\n", TextComparison.lines(comparison, Promotion.of(comparison)));
        assertTrue(text.contains("| legitimate | NO_SIGN_FOUND | LIKELY_SCAM | 2 | f:1, f:2 |"), text);
        assertTrue(text.contains("B is refused:"), text);
    }

    @Test
    void aHostileIdentifierIsShownHarmless() {
        String hostile = "<b>|\u001B[2J";
        a.add(Outcomes.outcome("f", "en", hostile, Label.SCAM, 0.9));
        b.add(Outcomes.outcome("f", "en", hostile, Label.SCAM, 0.1));
        Comparison comparison = comparison();
        String text = String.join("\n", TextComparison.lines(comparison, Promotion.of(comparison)));
        assertTrue(text.contains("f:&lt;b>\\|\\\\u001B[2J |"), text);
    }

    private void add(String language, Label label, int times, double scoreA, double scoreB) {
        for (int i = 0; i < times; i++) {
            String group = "" + a.size();
            a.add(Outcomes.outcome("f", language, group, label, scoreA));
            b.add(Outcomes.outcome("f", language, group, label, scoreB));
        }
    }

    private List<String> objections() {
        return Promotion.of(comparison()).objections();
    }

    private Comparison comparison() {
        return Comparison.of(a, b, TERMS);
    }
}
