package org.lurewatch.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.postings.PostingFile;
import org.lurewatch.intake.postings.PostingFiles;

/** What a person is told of the files that a command reads: what was taken of each, and which could not be read. */
public final class FileNotices implements PostingFiles.Listener {
    private final boolean ofAll;
    private final List<String> waiting = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> ofNoUse = new ArrayList<>();
    private long records;
    private boolean anyUnreadable;

    /** Tells of files whose columns were chosen only: of the others there is nothing to overrule. */
    public FileNotices() {
        this(false);
    }

    /** @param ofAll whether it tells of every file */
    public FileNotices(boolean ofAll) {
        this.ofAll = ofAll;
    }

    @Override
    public void onEnd(PostingFile file) {
        records += file.records();
        if (file.records() == 0) {
            empty.add(file.name());
        } else if (ofAll || file.columns().isPresent()) {
            waiting.add(file.name() + ": " + file.summary());
        }
    }

    @Override
    public void onUnreadable(String file, UnreadableFileException problem) {
        unreadable.add(file + ": " + problem.getMessage());
    }

    @Override
    public void onSkipped(String file) {
        waiting.add(file + ": not read, for its name says that it holds no postings; give it by itself to read it");
    }

    /** An input, one file or all of a folder, was read to its end; one without a posting fails the command. */
    public void endOfInput(String input) {
        anyUnreadable |= !unreadable.isEmpty();
        if (records > 0) {
            waiting.addAll(unreadable);
        } else {
            ofNoUse.addAll(unreadable);
            if (unreadable.isEmpty()) {
                ofNoUse.add("no posting in " + (empty.isEmpty() ? input : String.join(", ", empty)));
            }
        }
        records = 0;
        unreadable.clear();
        empty.clear();
    }

    /** What is to be told and was not yet. */
    public List<String> take() {
        List<String> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Whether some file could not be read. */
    public boolean anyUnreadable() {
        return anyUnreadable;
    }

    /** @throws CommandFailure where nothing could be read of some input, with a line for each */
    public void failIfAnyWasOfNoUse() {
        if (!ofNoUse.isEmpty()) {
            throw new CommandFailure(String.join(System.lineSeparator(), ofNoUse));
        }
    }
}
