package org.lurewatch.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.desk.control.PublishedBundle;
import org.lurewatch.desk.explain.WarningReplay.Result;
import org.lurewatch.desk.explain.WarningReplay.Verdicts;

class ReplayTextTest {
    @Test
    void scoresAndVerdictsStandSideBySide() {
        Optional<Verdicts> verdicts = Optional.of(new Verdicts("LIKELY_SCAM", "UNSURE"));

        assertEquals(
                List.of(
                        "score by itself: 0.9 warned of, 0.9 again: the same, bit for bit",
                        "verdict: LIKELY_SCAM warned of, UNSURE again: NOT the same"),
                ReplayText.lines(new Result(0.9, 0.9, verdicts, PublishedBundle.NOT_NEEDED)));
    }

    @Test
    void theBundleThatWasFoundAndWhatIsNotReplayedAreSaid() {
        PublishedBundle found = new PublishedBundle(Optional.of(Path.of("bundle")), "assessed with the other one");

        assertEquals(
                List.of(
                        "assessed with the other one",
                        "score by itself: 0.9 warned of, 0.8 again: NOT the same",
                        "the verdict also rests on other postings or on reviews, which are not replayed"),
                ReplayText.lines(new Result(0.9, 0.8, Optional.empty(), found)));
    }
}
