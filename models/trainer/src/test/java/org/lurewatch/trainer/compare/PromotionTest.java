package org.lurewatch.trainer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.compare.BundleComparison.Change;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Bootstrap;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.JudgedSamples;

class PromotionTest {
    private static final Assumptions TERMS = new Assumptions(0.001, 100_000, 3, Map.of(), new Bootstrap(200, 1));

    private String file = "f";
    private String site = "";
    private final List<JudgedSample> a = new ArrayList<>();
    private final List<JudgedSample> b = new ArrayList<>();

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
        assertObjection("language th: scams warned of got worse, B minus A is -0.333");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "average precision",
                "recall at 1 % false alarms",
                "recall at 0.1 % false alarms",
                "scams warned of"
            })
    void whateverMeasuresHowWellScamsAreFoundIsProtectedOverallByFileAndByLanguage(String figure) {
        add("th", Label.SCAM, 20, 0.9, 0.9);
        add("th", Label.SCAM, 10, 0.9, 0.1);
        add("th", Label.LEGITIMATE, 30, 0.2, 0.2);
        assertObjection("overall: " + figure + " got worse, B minus A is -0.");
        assertObjection("file f: " + figure + " got worse, B minus A is -0.");
        assertObjection("language th: " + figure + " got worse, B minus A is -0.");
    }

    @Test
    void recallThatGotWorseIsRefusedThoughTheVerdictsStay() {
        add("th", Label.SCAM, 70, 0.4, 0.4);
        add("th", Label.SCAM, 30, 0.4, 0.2);
        add("th", Label.LEGITIMATE, 30, 0.3, 0.3);
        assertObjection("language th: recall at 0.1 % false alarms got worse, B minus A is -0.300");
        assertFalse(objections().toString().contains("warned of"), objections().toString());
    }

    @Test
    void aFileThatGotWorseIsRefusedThoughItsLanguageGotBetter() {
        file = "small";
        add("en", Label.SCAM, 20, 0.9, 0.9);
        add("en", Label.SCAM, 10, 0.9, 0.4);
        file = "large";
        add("en", Label.SCAM, 50, 0.4, 0.9);
        add("en", Label.LEGITIMATE, 30, 0.1, 0.1);
        assertObjection("file small: scams warned of got worse, B minus A is -0.333");
        assertFalse(objections().toString().contains("language"), objections().toString());
    }

    @Test
    void manyLanguagesThatEachGotALittleWorseAreRefusedTogether() {
        for (String language : List.of("en", "th", "vi", "id", "zh", "ms", "fr", "pt")) {
            add(language, Label.SCAM, 29, 0.9, 0.9);
            add(language, Label.SCAM, 1, 0.9, 0.4);
            add(language, Label.LEGITIMATE, 30, 0.1, 0.1);
        }
        assertObjection("overall: scams warned of got worse, B minus A is -0.033");
        assertFalse(objections().toString().contains("language"), objections().toString());
    }

    @Test
    void figuresThatGotBetterAreNoObjection() {
        add("th", Label.SCAM, 30, 0.2, 0.9);
        add("th", Label.LEGITIMATE, 20, 0.6, 0.1);
        add("th", Label.LEGITIMATE, 20, 0.1, 0.1);
        assertEquals(List.of(), objections());
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
        assertObjection("language th: average precision got worse");
    }

    @Test
    void aLanguageWhoseHonestEmployersAreWarnedOfMoreIsRefused() {
        add("en", Label.LEGITIMATE, 30, 0.9, 0.1);
        add("th", Label.LEGITIMATE, 20, 0.1, 0.1);
        add("th", Label.LEGITIMATE, 10, 0.1, 0.9);
        assertObjection("language th: honest warned of got worse");
        assertFalse(
                objections().toString().contains("language en"), objections().toString());
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
        add("en", Label.LEGITIMATE, 598, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 2, 0.1, 0.9);
        assertEquals(
                List.of(
                        "false-alarm gate: B warns of 0.333 % of the honest adverts of an average site, A of 0.00 %, and"
                                + " more than 0.300 % is too much"),
                objections());
    }

    @Test
    void asManyFalseAlarmsAsTheGateAllowsPass() {
        add("en", Label.LEGITIMATE, 997, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 3, 0.1, 0.9);
        assertEquals(List.of(), objections());
    }

    @Test
    void theGateCountsSitesAlike() {
        file = "boards";
        site = "large";
        add("en", Label.LEGITIMATE, 1_000, 0.1, 0.1);
        site = "small";
        add("en", Label.LEGITIMATE, 98, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 2, 0.1, 0.9);
        assertEquals(
                List.of("false-alarm gate: B warns of 1.00 % of the honest adverts of an average site, A of 0.00 %, and"
                        + " more than 0.300 % is too much"),
                objections());
    }

    @Test
    void aSiteWhoseHonestAdvertsAreWarnedOfMoreIsRefusedThoughOthersGotBetter() {
        file = "boards";
        site = "better";
        add("en", Label.LEGITIMATE, 60, 0.9, 0.1);
        site = "worse";
        add("en", Label.LEGITIMATE, 40, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 10, 0.1, 0.9);
        assertEquals(1, objections().size(), objections().toString());
        assertObjection("site worse: honest warned of got worse, B minus A is 0.200");
    }

    @Test
    void aSourceWhoseLuresAreFoundLessIsRefused() {
        file = "chats";
        site = "better";
        add("ru", Label.SCAM, 60, 0.4, 0.9);
        site = "worse";
        add("ru", Label.SCAM, 20, 0.9, 0.9);
        add("ru", Label.SCAM, 10, 0.9, 0.4);
        site = "news";
        file = "boards";
        add("ru", Label.LEGITIMATE, 30, 0.1, 0.1);
        assertEquals(1, objections().size(), objections().toString());
        assertObjection("site worse: scams warned of got worse, B minus A is -0.333");
    }

    @Test
    void luresThatSinkUnderTheLineOfAnAverageSiteAreRefusedThoughTheVerdictsStay() {
        file = "boards";
        site = "one";
        add("en", Label.LEGITIMATE, 50, 0.3, 0.3);
        site = "other";
        add("en", Label.LEGITIMATE, 50, 0.2, 0.2);
        file = "chats";
        site = "tg";
        add("ru", Label.SCAM, 20, 0.45, 0.45);
        site = "sms";
        add("ru", Label.SCAM, 20, 0.45, 0.25);
        assertObjection("lures over the 1 % line of an average site got worse, B minus A is -0.500");
        assertObjection("lures over the 0.3 % line of an average site got worse, B minus A is -0.500");
        assertFalse(objections().toString().contains("warned of"), objections().toString());
    }

    @Test
    void oneAlarmMoreAtASiteMayBeChance() {
        file = "boards";
        for (String each : List.of("one", "two", "three", "four")) {
            site = each;
            add("en", Label.LEGITIMATE, 99, 0.1, 0.1);
            add("en", Label.LEGITIMATE, 1, each.equals("one") ? 0.1 : 0.9, each.equals("one") ? 0.9 : 0.1);
        }
        assertEquals(List.of(), objections());
    }

    @Test
    void sitesAreShownWhereWarningsDiffer() {
        file = "boards";
        site = "calm";
        add("en", Label.LEGITIMATE, 20, 0.1, 0.1);
        site = "moved";
        add("en", Label.LEGITIMATE, 19, 0.1, 0.1);
        add("en", Label.LEGITIMATE, 1, 0.1, 0.9);
        BundleComparison comparison = comparison();
        String text = String.join("\n", TextComparison.lines(comparison, Promotion.of(comparison)));
        assertTrue(text.contains("| honest warned of, average of sites | 0.00 % | 2.50 % | 0.025 (0.000 to "), text);
        assertTrue(text.contains("| moved | 0/20/0 | honest warned of |"), text);
        assertFalse(text.contains("| calm |"), text);
        assertTrue(JsonComparison.text(comparison, Promotion.of(comparison)).contains("\"name\" : \"calm\""));
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
        BundleComparison comparison = comparison();
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
        a.add(JudgedSamples.outcome("f", "en", hostile, Label.SCAM, 0.9));
        b.add(JudgedSamples.outcome("f", "en", hostile, Label.SCAM, 0.1));
        BundleComparison comparison = comparison();
        String text = String.join("\n", TextComparison.lines(comparison, Promotion.of(comparison)));
        assertTrue(text.contains("f:&lt;b>\\|\\\\u001B[2J |"), text);
    }

    private void add(String language, Label label, int times, double scoreA, double scoreB) {
        for (int i = 0; i < times; i++) {
            String group = "" + a.size();
            a.add(atSite(JudgedSamples.outcome(file, language, group, label, scoreA)));
            b.add(atSite(JudgedSamples.outcome(file, language, group, label, scoreB)));
        }
    }

    private JudgedSample atSite(JudgedSample outcome) {
        Sample sample = new Sample(outcome.sample().labelled(), file, site.isEmpty() ? file : site);
        return new JudgedSample(sample, outcome.language(), outcome.score(), outcome.verdict());
    }

    private void assertObjection(String beginning) {
        List<String> objections = objections();
        assertTrue(
                objections.stream().anyMatch(objection -> objection.startsWith(beginning)),
                beginning + " is not among " + objections);
    }

    private List<String> objections() {
        return Promotion.of(comparison()).objections();
    }

    private BundleComparison comparison() {
        return BundleComparison.of(a, b, TERMS);
    }
}
