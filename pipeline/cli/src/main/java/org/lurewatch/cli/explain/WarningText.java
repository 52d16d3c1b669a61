package org.lurewatch.cli.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lurewatch.cli.terminal.KindLine;
import org.lurewatch.cli.terminal.LanguageLine;
import org.lurewatch.cli.terminal.ReasonLine;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/** A warning in plain words, with all scraped text made harmless. */
final class WarningText {
    private static final int LONGEST = 200;

    private final Terminal terminal;

    WarningText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The lines. */
    List<String> lines(ScamWarning warning) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(warning));
        lines.add("posting " + terminal.bold(escape(warning.getPostingId()))
                + (warning.getSource().isEmpty() ? "" : " on " + escape(warning.getSource())));
        lines.add(times(warning));
        if (isSuspicious(warning)) {
            addKinds(warning, lines);
        }
        if (Boolean.FALSE.equals(warning.getLanguageMeasured())) {
            lines.add(LanguageLine.notMeasured(warning.getLanguage()));
        }
        lines.add("warning " + escape(warning.getWarningId()) + ", revision " + warning.getRevision()
                + (warning.getRevisionReason() == null ? "" : ": " + escape(warning.getRevisionReason())));
        if (warning.getCampaignId() != null) {
            lines.add("one of several postings by the same people: campaign " + escape(warning.getCampaignId()));
        }
        addReasons(warning, lines);
        if (!warning.getQuestions().isEmpty()) {
            lines.add("");
            lines.add("Ask before answering the advert:");
            warning.getQuestions().forEach(question -> lines.add("  ? " + escape(question)));
        }
        lines.add("");
        lines.add(decidedBy(warning));
        if (warning.getRecord() != null) {
            lines.add(readFrom(warning.getRecord()));
        }
        return lines;
    }

    private String heading(ScamWarning warning) {
        String verdict = words(warning.getVerdict());
        String coloured =
                switch (warning.getVerdict()) {
                    case LIKELY_SCAM -> terminal.red(verdict);
                    case UNSURE -> terminal.yellow(verdict);
                    case NO_SIGN_FOUND, ABOUT_SCAMS -> terminal.bold(verdict);
                };
        return coloured + String.format(Locale.ROOT, ", score %.4f", warning.getScore());
    }

    private static String times(ScamWarning warning) {
        return (warning.getPostedAt() == null ? "" : "posted " + warning.getPostedAt() + ", ")
                + (warning.getScrapedAt() == null ? "" : "scraped " + warning.getScrapedAt() + ", ")
                + "assessed " + warning.getAssessedAt();
    }

    private static void addKinds(ScamWarning warning, List<String> lines) {
        lines.add(
                warning.getScamType() == null
                        ? KindLine.NOT_CLEAR
                        : "likeliest kind: " + escape(warning.getScamType()));
        if (warning.getOtherScamType() != null) {
            lines.add(KindLine.other(warning.getOtherScamType()));
        }
    }

    private void addReasons(ScamWarning warning, List<String> lines) {
        lines.add("");
        if (warning.getEvidence().isEmpty()) {
            lines.add("No reasons are given.");
            return;
        }
        lines.add("Reasons, strongest first; what each added to the score in log-odds:");
        warning.getEvidence().forEach(evidence -> lines.add("  " + reason(evidence)));
        flip(warning).ifPresent(flip -> lines.add("  " + flip));
    }

    /** What turns the verdict. One that reviewers have made milder turns into no milder one, and rests on them. */
    private static Optional<String> flip(ScamWarning warning) {
        if (warning.getFlip() != null) {
            return Optional.of(ReasonLine.flip(
                    words(warning.getFlip().getVerdict()), warning.getFlip().getUnlisted()));
        }
        if (warning.getEvidence().stream().anyMatch(Evidence::getDecisive)) {
            return Optional.of("the verdict rests on those marked *");
        }
        return isSuspicious(warning) ? Optional.of(ReasonLine.NO_FLIP) : Optional.empty();
    }

    private static boolean isSuspicious(ScamWarning warning) {
        return switch (warning.getVerdict()) {
            case LIKELY_SCAM, UNSURE -> true;
            case NO_SIGN_FOUND, ABOUT_SCAMS -> false;
        };
    }

    private String reason(Evidence evidence) {
        boolean isFromOutside = evidence.getField().isEmpty();
        String line = ReasonLine.of(terminal, evidence);
        return line
                + terminal.faint(isFromOutside ? "  not in the posting itself" : "  in " + escape(evidence.getField()));
    }

    private static String decidedBy(ScamWarning warning) {
        Bundle bundle = warning.getBundle();
        StringBuilder line = new StringBuilder("decided by bundle ")
                .append(escape(bundle.getVersion()))
                .append(" (digest ")
                .append(escape(bundle.getDigest()))
                .append(')');
        if (bundle.getBaseRate() != null) {
            line.append(String.format(Locale.ROOT, ", for a base rate of %.3f %%", 100 * bundle.getBaseRate()));
        }
        if (bundle.getPolicy() != null) {
            line.append(", by policy ").append(escape(bundle.getPolicy()));
        }
        if (bundle.getAlarmsPer1000() != null) {
            line.append(
                    String.format(Locale.ROOT, " with %s alarms per 1,000 honest adverts", bundle.getAlarmsPer1000()));
        }
        if (warning.getOwnScore() != null && !warning.getOwnScore().equals(warning.getScore())) {
            line.append(String.format(
                    Locale.ROOT,
                    "; by itself the posting scores %.4f, the rest is known from others",
                    warning.getOwnScore()));
        }
        return line.toString();
    }

    private static String readFrom(RecordPosition record) {
        return "read from topic " + escape(record.getTopic()) + ", partition " + record.getPartition() + ", offset "
                + record.getOffset();
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String escape(String text) {
        return TerminalText.escape(text, LONGEST);
    }
}
