package org.lurewatch.cli.screen;

import java.io.PrintWriter;
import java.util.function.Function;
import org.lurewatch.desk.screen.OrderedWork;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.posting.TerminalText;

/** Prints what became of each record: assessments to standard output, rejects to standard error. */
final class ScreenReport implements OrderedWork.ResultReceiver<ScreenedRecord> {
    /** Asking whether the reader of a pipe is still there means flushing. */
    private static final int LINES_A_CHECK = 128;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean all;
    private final Function<Assessment, String> format;
    private long printed;
    private long rejected;
    private boolean readerGone;

    /**
     * A report that nothing was printed to yet.
     *
     * @param all whether postings below the line are printed too
     * @param format one line for an assessment
     */
    ScreenReport(PrintWriter out, PrintWriter err, boolean all, Function<Assessment, String> format) {
        this.out = out;
        this.err = err;
        this.all = all;
        this.format = format;
    }

    @Override
    public boolean accept(ScreenedRecord outcome) {
        if (outcome instanceof ScreenedRecord.Assessed assessed) {
            if (all || assessed.assessment().isWarning()) {
                out.print(format.apply(assessed.assessment()) + "\n");
                readerGone |= ++printed % LINES_A_CHECK == 0 && out.checkError();
            }
        } else if (outcome instanceof ScreenedRecord.Rejected reject) {
            rejected++;
            err.print(TerminalText.escape(reject.place() + ": " + reject.reason() + ": " + reject.detail()) + "\n");
        } else if (outcome instanceof ScreenedRecord.FileEnd end) {
            err.print(TerminalText.escape(end.notice()) + "\n");
        }
        return !readerGone;
    }

    @Override
    public void onPause() {
        err.flush();
        readerGone |= out.checkError();
    }

    long rejected() {
        return rejected;
    }
}
