package org.lurewatch.web.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.detection.lists.ListRule;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.postings.LonePosting;
import org.lurewatch.intake.postings.NoTextColumnException;
import org.lurewatch.intake.postings.PostingFile;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;
import org.lurewatch.web.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a request carries, in any shape that files may have, and assesses it. Safe to share between threads. */
public final class RequestAssessor {
    /** Postings that one request may carry. */
    public static final int MOST_POSTINGS = 1000;

    private static final String NAME = "request";
    private static final Logger LOG = LoggerFactory.getLogger(RequestAssessor.class);

    private final LoadedBundle bundle;
    private final PostingMemory memory;
    private final Supplier<PostingLists> lists;
    private final InstantSource clock;
    private final LonePosting lone = new LonePosting(PostingLimits.DEFAULT);

    /** One that knows of a posting what it says. */
    public RequestAssessor(LoadedBundle bundle) {
        this(bundle, PostingMemory.NOTHING);
    }

    /** @param memory knows of postings what they do not say */
    public RequestAssessor(LoadedBundle bundle, PostingMemory memory) {
        this(bundle, memory, () -> PostingLists.NONE, InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * One that obeys lists.
     *
     * @param memory knows of postings what they do not say
     * @param lists those that stand now
     * @param clock gives the time by which their entries end
     */
    public RequestAssessor(
            LoadedBundle bundle, PostingMemory memory, Supplier<PostingLists> lists, InstantSource clock) {
        this.bundle = Objects.requireNonNull(bundle);
        this.memory = Objects.requireNonNull(memory);
        this.lists = Objects.requireNonNull(lists);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What decides. */
    public LoadedBundle bundle() {
        return bundle;
    }

    /**
     * What becomes of each posting of a request, in their order.
     *
     * @throws Problem where nothing in it can be read, or there are more than {@value #MOST_POSTINGS}
     */
    public List<ScreenedRecord> assess(byte[] body, PolicyChoice choice) {
        Detector detector = bundle.detector(choice);
        List<ScreenedRecord> screened = new ArrayList<>();
        for (RequestContent.Item item : read(body, BodyKind.ANY).items()) {
            ItemOutcome outcome = outcome(item, detector);
            screened.add(
                    outcome instanceof ItemOutcome.Assessed assessed
                            ? new ScreenedRecord.Assessed(assessed.assessment())
                            : rejected(item.place(), (ItemOutcome.Unusable) outcome));
        }
        return screened;
    }

    private static ScreenedRecord rejected(String place, ItemOutcome.Unusable unusable) {
        return new ScreenedRecord.Rejected(place, unusable.reason(), unusable.detail());
    }

    /**
     * Reads a body.
     *
     * @throws Problem where nothing in it can be read, or there are more than {@value #MOST_POSTINGS} postings
     */
    RequestContent read(byte[] body, BodyKind kind) {
        return read(body, kind, item -> {});
    }

    /** The same. @param each is given each posting as soon as it is read */
    RequestContent read(byte[] body, BodyKind kind, Consumer<RequestContent.Item> each) {
        Optional<PostingRecord> alone = kind == BodyKind.LINES ? Optional.empty() : lone.read(NAME, body);
        if (alone.isPresent()) {
            return new RequestContent(List.of(item(alone.get())), true, List.of());
        }
        Unread unread = new Unread();
        List<RequestContent.Item> items = new ArrayList<>();
        try (PostingFiles postings =
                PostingFiles.of(NAME, new ByteArrayInputStream(body), kind.options(), PostingLimits.DEFAULT, unread)) {
            for (Optional<PostingRecord> next = postings.next(); next.isPresent(); next = postings.next()) {
                if (items.size() == MOST_POSTINGS) {
                    throw new Problem(
                            413,
                            "too-many-postings",
                            "Too many postings",
                            "A request may carry " + MOST_POSTINGS + " postings. Send the rest in another one.");
                }
                RequestContent.Item item = item(next.get());
                items.add(item);
                each.accept(item);
            }
        } catch (IOException e) {
            // Bytes in memory can always be read; what is packed in them may be damaged.
            unread.files.add(new UnreadableFileException("packed data that is damaged", "pack it anew"));
        }
        if (items.isEmpty()) {
            throw unread.problem();
        }
        boolean one = kind != BodyKind.LINES
                && items.size() == 1
                && beginsObject(body)
                && !items.get(0).isOfList();
        return new RequestContent(
                items, one, unread.files.stream().map(Throwable::getMessage).toList());
    }

    private static RequestContent.Item item(PostingRecord record) {
        try {
            return new RequestContent.Item(
                    record.place(), Optional.of(record.decoded().posting()), Optional.empty());
        } catch (UnusablePostingException e) {
            return new RequestContent.Item(record.place(), Optional.empty(), Optional.of(e));
        }
    }

    private static boolean beginsObject(byte[] body) {
        int i = startsWithMark(body) ? 3 : 0;
        while (i < body.length && (body[i] == ' ' || body[i] == '\n' || body[i] == '\r' || body[i] == '\t')) {
            i++;
        }
        return i < body.length && body[i] == '{';
    }

    /** Whether the byte order mark of UTF-8 comes first. */
    private static boolean startsWithMark(byte[] body) {
        return body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
    }

    /** What becomes of one. One that breaks scoring must not end the request; an Error, which says that the JVM is unwell, must. */
    ItemOutcome outcome(RequestContent.Item item, Detector detector) {
        if (item.posting().isEmpty()) {
            UnusablePostingException problem = item.problem().orElseThrow();
            return new ItemOutcome.Unusable(problem.reason(), Objects.requireNonNull(problem.getMessage()));
        }
        JobPosting posting = item.posting().get();
        long begin = System.nanoTime();
        Assessment assessment;
        try {
            assessment = ListRule.apply(detector.assess(posting), posting, lists.get(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Scoring a posting failed; it was answered as one that cannot be assessed", e);
            return new ItemOutcome.Unusable(
                    RejectReason.DETECTION_FAILED,
                    "scoring failed with " + e.getClass().getSimpleName());
        }
        long nanos = System.nanoTime() - begin;
        try {
            PostingMemory.Known known = memory.recall(posting, assessment);
            return new ItemOutcome.Assessed(posting, known.assessment(), known.campaignId(), false, nanos);
        } catch (RuntimeException e) {
            LOG.warn("What is known of a posting cannot be found out; it was answered without", e);
            return new ItemOutcome.Assessed(posting, assessment, Optional.empty(), true, nanos);
        }
    }

    /** Gathers files of which nothing can be read. */
    private static final class Unread implements PostingFiles.Listener {
        private final List<UnreadableFileException> files = new ArrayList<>();

        @Override
        public void onEnd(PostingFile file) {}

        @Override
        public void onUnreadable(String file, UnreadableFileException problem) {
            files.add(problem);
        }

        Problem problem() {
            if (files.isEmpty()) {
                return new Problem(400, "no-posting", "No posting", "The request carries no posting.");
            }
            UnreadableFileException first = files.get(0);
            return first instanceof NoTextColumnException
                    ? new Problem(
                                    422,
                                    "unusable",
                                    "The posting cannot be assessed",
                                    "No field of it has the name, or the look, of a title or a text.")
                            .with("reason", RejectReason.NO_TEXT.name())
                    : new Problem(
                            400, "unreadable", "No posting can be read", Objects.requireNonNull(first.getMessage()));
        }
    }
}
