package org.lurewatch.web.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.lists.ListRule;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.files.FileKind;
import org.lurewatch.intake.files.FileOptions;
import org.lurewatch.intake.files.TextSplit;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFile;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;
import org.lurewatch.web.api.Recollection;

/**
 * Assesses what a person pasted or uploaded, in memory. Safe to share between threads.
 * See RATIONALE.md, "Pages log nothing".
 */
final class PastedAdverts {
    /** How many of a file are shown. */
    static final int MOST = 50;

    private static final String NAME = "pasted";

    private final PageSources sources;
    private final Detector detector;

    /**
     * What was found.
     *
     * @param shown in their order, at most {@link #MOST}
     * @param more whether there are more
     * @param unreadable why nothing could be read, in English; empty where anything could
     */
    record Found(List<ShownPosting> shown, boolean more, Optional<String> unreadable) {}

    PastedAdverts(PageSources sources) {
        this.sources = Objects.requireNonNull(sources);
        this.detector = sources.bundle().detector(PolicyChoice.DEFAULT);
    }

    /**
     * Text is one advert, however many paragraphs it has, unless it is JSON or another form of several. What only looks like
     * such a form is read as it stands.
     */
    Found ofText(byte[] text, PageWords words) {
        Found found = find(text, options(Optional.empty()), words);
        return found.unreadable().isPresent() ? find(text, options(Optional.of(FileKind.TEXT)), words) : found;
    }

    private static IntakeOptions options(Optional<FileKind> kind) {
        return new IntakeOptions(
                new FileOptions(kind, Optional.empty(), TextSplit.NONE, Optional.of(StandardCharsets.UTF_8)),
                ColumnOverrides.NONE);
    }

    /** The look of a file decides what is in it. */
    Found ofFile(byte[] file, PageWords words) {
        return find(file, IntakeOptions.NONE, words);
    }

    private Found find(byte[] bytes, IntakeOptions options, PageWords words) {
        List<ShownPosting> shown = new ArrayList<>();
        List<UnreadableFileException> problems = new ArrayList<>();
        PostingFiles.Listener listener = new PostingFiles.Listener() {
            @Override
            public void onEnd(PostingFile file) {}

            @Override
            public void onUnreadable(String file, UnreadableFileException problem) {
                problems.add(problem);
            }
        };
        boolean more = false;
        try (PostingFiles postings =
                PostingFiles.of(NAME, new ByteArrayInputStream(bytes), options, PostingLimits.DEFAULT, listener)) {
            Optional<PostingRecord> next = postings.next();
            while (next.isPresent() && shown.size() < MOST) {
                shown.add(show(shown.size() + 1, next.get(), words));
                next = postings.next();
            }
            more = next.isPresent();
        } catch (IOException e) {
            // Bytes in memory can always be read; what is packed in them may be damaged.
            more = !shown.isEmpty();
            problems.add(new UnreadableFileException("packed data that is damaged", "pack it anew"));
        } catch (RuntimeException e) {
            // Not passed on: the log would hold its message, which may repeat what was pasted.
            more = !shown.isEmpty();
        }
        return new Found(
                shown,
                more,
                shown.isEmpty()
                        ? problems.stream()
                                .map(Throwable::getMessage)
                                .findFirst()
                                .or(() -> Optional.of(""))
                        : Optional.empty());
    }

    /** One advert that breaks scoring must not hide the others. */
    private ShownPosting show(int number, PostingRecord record, PageWords words) {
        JobPosting posting;
        try {
            posting = record.decoded().posting();
        } catch (UnusablePostingException e) {
            return ShownPosting.rejected(number, e.reason(), words);
        }
        try {
            Assessment assessment = ListRule.apply(
                    detector.assess(posting),
                    posting,
                    sources.lists().get(),
                    sources.clock().instant());
            return ShownPosting.of(
                    number, posting, assessment, remembered(posting, assessment), sources.bundle(), words);
        } catch (RuntimeException e) {
            return ShownPosting.rejected(number, RejectReason.DETECTION_FAILED, words);
        }
    }

    /** What is known of it besides; empty where that cannot be found out. */
    private Optional<List<Recollection>> remembered(JobPosting posting, Assessment assessment) {
        try {
            return Optional.of(sources.memory().recall(posting, assessment).recollections());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
