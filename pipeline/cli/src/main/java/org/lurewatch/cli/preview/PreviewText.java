package org.lurewatch.cli.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lurewatch.cli.terminal.ReasonLine;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.preview.Preview;
import org.lurewatch.desk.preview.PreviewedPosting;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.TerminalText;

/** A preview in plain words, with all scraped text made harmless. */
final class PreviewText {
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_KEY = 60;
    private static final int SHORT_DIGEST = 12;

    private final Terminal terminal;

    PreviewText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The lines. */
    List<String> lines(Preview preview) {
        List<String> lines = new ArrayList<>();
        lines.add(preview.postings() + " postings"
                + (preview.unusable() == 0 ? "" : ", and " + preview.unusable() + " records that cannot be used"));
        lines.add("");
        lines.add(terminal.bold(row("", "WARNED OF", "ASKED ABOUT", "BUNDLE")));
        lines.add(row("now", preview.present()));
        lines.add(row("then", preview.previewed()));
        addChanges(preview.more(), "more", preview.listedMore(), lines);
        addChanges(preview.fewer(), "fewer", preview.listedFewer(), lines);
        return lines;
    }

    private static String row(String when, Preview.Side side) {
        return row(when, Long.toString(side.warned()), Long.toString(side.asked()), name(side.bundle()));
    }

    private static String row(String when, String warned, String asked, String bundle) {
        return String.format("%-5s %10s %12s  %s", when, warned, asked, bundle);
    }

    private static String name(BundleId bundle) {
        return TerminalText.escape(bundle.version(), LONGEST_NAME) + " (digest "
                + TerminalText.escape(bundle.digest(), SHORT_DIGEST) + ")";
    }

    private void addChanges(long count, String which, List<PreviewedPosting> listed, List<String> lines) {
        lines.add("");
        lines.add(terminal.bold(count + (count == 1 ? " warning " : " warnings ") + which)
                + (count == 0 ? "" : ", the highest scores first:"));
        for (PreviewedPosting posting : listed) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %.4f -> %.4f  %s -> %s  %s",
                    posting.presentScore(),
                    posting.previewedScore(),
                    words(posting.present()),
                    words(posting.previewed()),
                    TerminalText.escape(posting.source() + "/" + posting.postingId(), LONGEST_KEY)));
            posting.reason()
                    .ifPresent(reason -> lines.add("      "
                            + ReasonLine.of(
                                    terminal,
                                    reason.quote(),
                                    reason.signal(),
                                    reason.indicator(),
                                    reason.source(),
                                    reason.phrase(),
                                    reason.contribution(),
                                    reason.decisive())));
        }
        if (count > listed.size()) {
            lines.add("  and " + (count - listed.size()) + " more that are not listed");
        }
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
