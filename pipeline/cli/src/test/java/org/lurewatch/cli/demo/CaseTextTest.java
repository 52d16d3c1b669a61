package org.lurewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.DisplayText;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.examples.DemoCase;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.schemas.ScamWarning;

class CaseTextTest {
    private static final List<DemoCase> CASES =
            DemoCase.of(DemoRecords.read(new Installation(Path.of("../..")).writtenExamples()));
    private static final int NARROW = 80;

    @Test
    void theFirstCasesAreLuresAndHonestOnesFollowInSeveralScripts() {
        List<Label> labels = CASES.stream().map(each -> each.example().label()).toList();
        assertTrue(labels.subList(0, 5).stream().allMatch(label -> label == Label.SCAM), labels::toString);
        assertTrue(labels.stream().filter(label -> label == Label.LEGITIMATE).count() >= 3, labels::toString);
        Set<Character.UnicodeScript> scripts = new HashSet<>();
        CASES.forEach(each -> each.example().posting().texts().values().forEach(text -> text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.add(Character.UnicodeScript.of(letter)))));
        assertTrue(scripts.size() >= 5, scripts::toString);
    }

    @Test
    void aCaseSaysTheVerdictBesideTheTruthAndWhatTheScoreMeans() {
        DemoCase lure = CASES.get(0);
        List<String> lines = lines(lure, outcome(Verdict.LIKELY_SCAM, 0.008, "pay first", "Telegram"));
        assertEquals("LIKELY SCAM    truly a lure: " + lure.gist(), lines.get(0));
        assertTrue(lines.get(1).startsWith("    Hotel Data Reviewer (WFH). Log in,"), lines.get(1));
        assertEquals("    8 in 1,000: 12 times the usual share, for “pay first”, “Telegram”", lines.get(2));
    }

    @Test
    void whatTheVerdictGotWrongIsSaid() {
        DemoCase lure = CASES.get(0);
        DemoCase honest = CASES.stream()
                .filter(each -> each.example().label() == Label.LEGITIMATE)
                .findFirst()
                .orElseThrow();
        assertTrue(first(lure, Verdict.NO_SIGN_FOUND).startsWith("NO SIGN FOUND  truly a lure (missed): "));
        assertTrue(first(lure, Verdict.UNSURE).startsWith("UNSURE         truly a lure: "));
        assertTrue(first(honest, Verdict.LIKELY_SCAM).startsWith("LIKELY SCAM    truly honest (false alarm): "));
        assertTrue(first(honest, Verdict.UNSURE).startsWith("UNSURE         truly honest: "));
    }

    @Test
    void whateverIsShownFitsANarrowTerminal() {
        for (DemoCase each : CASES) {
            for (Verdict verdict : Verdict.values()) {
                lines(each, outcome(verdict, 0.5, "long ".repeat(40), "\u001B[2J"))
                        .forEach(line -> assertTrue(DisplayText.width(line) <= NARROW, line));
            }
        }
        assertFalse(lines(CASES.get(0), outcome(Verdict.UNSURE, 0.5, "\u001B[2J"))
                .get(2)
                .contains("\u001B"));
    }

    @Test
    void aWarningThatComesLaterSaysWhy() {
        ScamWarning warning = ExampleWarnings.warning();
        assertEquals(List.of("deposit"), CaseOutcome.of(warning).reasons());
        warning.setRevisionReason("another posting is by the same people");
        String line = lines(CASES.get(0), CaseOutcome.of(warning)).get(2);
        assertTrue(line.contains("; warned of later: another posting is "), line);
    }

    private static String first(DemoCase shown, Verdict verdict) {
        return lines(shown, outcome(verdict, 0.001)).get(0);
    }

    private static CaseOutcome outcome(Verdict verdict, double score, String... reasons) {
        return new CaseOutcome(verdict, score, 0.00067, List.of(reasons), Optional.empty());
    }

    private static List<String> lines(DemoCase shown, CaseOutcome outcome) {
        return new CaseText(new Terminal(false, false, false, NARROW)).lines(shown, outcome);
    }
}
