package org.lurewatch.intake.postings;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.files.SourceFiles;
import org.lurewatch.intake.files.UnreadableFileException;

/**
 * The postings of a file, or of all files in a folder or an archive, one after the other. At most a sample of a file and
 * one record are in memory. Not for use by several threads at once.
 */
public final class PostingFiles implements Closeable {
    private final SourceFiles files;
    private final IntakeOptions options;
    private final PostingLimits limits;
    private final Listener listener;
    private PostingFile current;

    /** Learns of the files. */
    public interface Listener {
        /** A file was read to its end. */
        void onEnd(PostingFile file);

        /** No posting can be read from a file. */
        void onUnreadable(String file, UnreadableFileException problem);

        /** A file of a folder or an archive is not read, for it lies beside the postings: a read-me, a licence, code. */
        default void onSkipped(String file) {}
    }

    private PostingFiles(SourceFiles files, IntakeOptions options, PostingLimits limits, Listener listener) {
        this.files = files;
        this.options = options;
        this.limits = limits;
        this.listener = listener;
    }

    /** A file, an archive or a folder. */
    public static PostingFiles of(Path path, IntakeOptions options, PostingLimits limits, Listener listener)
            throws IOException {
        return new PostingFiles(SourceFiles.of(path, options.files(), limits), options, limits, listener);
    }

    /**
     * A stream, such as standard input, which is closed with this one.
     *
     * @param name what it is called in messages
     */
    public static PostingFiles of(
            String name, InputStream in, IntakeOptions options, PostingLimits limits, Listener listener)
            throws IOException {
        return new PostingFiles(SourceFiles.of(name, in, options.files(), limits), options, limits, listener);
    }

    /** The next posting, or the next place that cannot be read; empty at the end of the last file. */
    public Optional<PostingRecord> next() throws IOException {
        while (current != null || open()) {
            try {
                Optional<PostingRecord> record = current.next();
                if (record.isPresent()) {
                    return record;
                }
                listener.onEnd(current);
            } catch (UnreadableFileException e) {
                listener.onUnreadable(current.name(), e);
            }
            leave();
        }
        return Optional.empty();
    }

    /** Opens the next file that can be read; answers whether there is one. */
    private boolean open() throws IOException {
        for (Optional<SourceFiles.Member> member = files.next(); member.isPresent(); member = files.next()) {
            String name = member.get().name();
            if (member.get().isBesidePostings()) {
                listener.onSkipped(name);
                continue;
            }
            try {
                current = new PostingFile(name, member.get().open(), options.columns(), limits);
                return true;
            } catch (UnreadableFileException e) {
                listener.onUnreadable(name, e);
            }
        }
        return false;
    }

    private void leave() throws IOException {
        PostingFile left = current;
        current = null;
        left.close();
    }

    @Override
    public void close() throws IOException {
        try (files) {
            if (current != null) {
                leave();
            }
        }
    }
}
