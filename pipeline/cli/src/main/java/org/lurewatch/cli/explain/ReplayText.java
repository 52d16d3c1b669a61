package org.lurewatch.cli.explain;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.desk.explain.WarningReplay;

/** What a replay found, in plain words. */
final class ReplayText {
    private ReplayText() {}

    /** The lines. */
    static List<String> lines(WarningReplay.Result result) {
        List<String> lines = new ArrayList<>();
        if (result.bundle().folder().isPresent()) {
            lines.add(result.bundle().message());
        }
        lines.add("score by itself: " + result.warned() + " warned of, " + result.again() + " again: "
                + (result.sameScore() ? "the same, bit for bit" : "NOT the same"));
        lines.add(result.verdicts()
                .map(ReplayText::verdicts)
                .orElse("the verdict also rests on other postings or on reviews, which are not replayed"));
        return lines;
    }

    private static String verdicts(WarningReplay.Verdicts verdicts) {
        return "verdict: " + verdicts.warned() + " warned of, " + verdicts.again() + " again: "
                + (verdicts.same() ? "the same" : "NOT the same");
    }
}
