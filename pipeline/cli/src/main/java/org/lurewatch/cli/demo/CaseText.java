package org.lurewatch.cli.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.lurewatch.cli.terminal.DisplayText;
import org.lurewatch.cli.terminal.ScoreText;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.lab.examples.DemoCase;

/** A case in three lines: the verdict beside what the advert truly is, how it begins, and what the score means. */
final class CaseText {
    private static final int VERDICT_WIDTH = 15;
    private static final String INDENT = "    ";

    private final Terminal terminal;

    CaseText(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(DemoCase shown, CaseOutcome outcome) {
        String words = outcome.verdict().name().replace('_', ' ');
        String truth = truth(shown.example().label(), outcome.verdict()) + ": " + shown.gist();
        JobPosting posting = shown.example().posting();
        String advert =
                posting.text(PostingField.TITLE).map(title -> title + ". ").orElse("")
                        + posting.text(PostingField.DESCRIPTION).orElse("");
        String meaning = ScoreText.of(outcome.score(), outcome.baseRate()) + because(outcome);
        return List.of(
                coloured(outcome.verdict(), DisplayText.pad(words, VERDICT_WIDTH))
                        + DisplayText.fit(truth, terminal.columns() - VERDICT_WIDTH),
                INDENT + DisplayText.fit(advert.replaceAll("\\s+", " "), terminal.columns() - INDENT.length()),
                INDENT + terminal.faint(DisplayText.fit(meaning, terminal.columns() - INDENT.length())));
    }

    /** What the advert is, and where the verdict fails to say so. */
    private static String truth(Label label, Verdict verdict) {
        return switch (label) {
            case SCAM -> verdict.isSuspicious() ? "truly a lure" : "truly a lure (missed)";
            case LEGITIMATE -> verdict.isWarnedOf() ? "truly honest (false alarm)" : "truly honest";
            case ABOUT_SCAMS -> "truly about scams";
            case UNLABELLED -> "unknown";
        };
    }

    private static String because(CaseOutcome outcome) {
        if (outcome.later().isPresent()) {
            return "; warned of later: " + outcome.later().get();
        }
        return outcome.reasons().isEmpty()
                ? ""
                : outcome.reasons().stream().collect(Collectors.joining("”, “", ", for “", "”"));
    }

    private String coloured(Verdict verdict, String text) {
        return switch (verdict) {
            case LIKELY_SCAM -> terminal.red(text);
            case UNSURE -> terminal.yellow(text);
            case NO_SIGN_FOUND, ABOUT_SCAMS -> terminal.green(text);
        };
    }
}
