package org.lurewatch.detection.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {
    private static final String HEADER = "signal\tlanguage\tphrase\tuse\tsources\n";

    private final List<String> problems = new ArrayList<>();

    @Test
    void readsEachColumn() {
        Lexicon lexicon = Lexicon.parse(
                HEADER + "fee_deposit\ten\tRegistration fee\tany\tFTC\r\n\nurgency\tzh-Hans\t急聘\tcontext\t\n",
                problems);
        assertEquals(List.of(), problems);
        assertEquals(
                List.of(
                        Phrase.of(Signal.FEE_DEPOSIT, "en", "Registration fee", false, "FTC"),
                        Phrase.of(Signal.URGENCY, "zh-Hans", "急聘", true)),
                lexicon.phrases());
    }

    @Test
    void allBrokenLinesAreToldAtOnceAndHideNoOther() {
        Lexicon lexicon = Lexicon.parse(
                HEADER
                        + "fee_deposit\ten\tregistration fee\tany\tFTC\n"
                        + "fee_deposit\ten\ttoo few columns\n"
                        + "no_such_signal\ten\tupfront payment\tsometimes\tFTC\n"
                        + "fee_deposit\ten\t?!\tany\tFTC\n"
                        + "fee_deposit\ten\tregistration fee\tany\tFTC\n"
                        + "fee_deposit\ten\t" + "x".repeat(201) + "\tany\tFTC\n"
                        + "fee_deposit\ten\tentry fee\tany\t" + "x".repeat(201) + "\n"
                        + "mlm\ten\tbe your own boss\tany\tBBB\n",
                problems);
        assertEquals(
                List.of(
                        "lexicon line 3: 5 columns are needed, but there are 3",
                        "lexicon line 4: there is no signal of the name in column 1",
                        "lexicon line 4: column 4 must be any or context",
                        "lexicon line 6: the phrase is listed twice",
                        "lexicon line 7: a phrase has at most 200 characters",
                        "lexicon line 8: the sources have at most 200 characters",
                        "lexicon line 5: the phrase has no word in it"),
                problems);
        assertEquals(
                List.of("registration fee", "be your own boss"),
                lexicon.phrases().stream().map(Phrase::wording).toList());
    }

    @Test
    void aMissingHeaderIsTold() {
        Lexicon.parse("fee_deposit\ten\tregistration fee\tany\tFTC\n", problems);
        assertEquals(1, problems.size());
        assertTrue(
                problems.get(0).startsWith("lexicon line 1: the header must read signal, language"), problems.get(0));
    }

    @Test
    void anEmptyFileHasNoHeader() {
        Lexicon.parse("", problems);
        assertEquals(1, problems.size());
    }
}
