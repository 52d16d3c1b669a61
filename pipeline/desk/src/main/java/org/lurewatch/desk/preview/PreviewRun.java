package org.lurewatch.desk.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.SchemaHeaders;
import org.lurewatch.desk.screen.OrderedWork;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;

/** Assesses postings of a topic or of files with the bundle that decides now and with another one. */
public final class PreviewRun {
    private final Judge present;
    private final Judge previewed;
    private final int threads;

    /**
     * A bundle that judges.
     *
     * @param detector decides; safe to share between threads
     */
    public record Judge(BundleId bundle, Detector detector) {}

    /** @param threads how many postings are assessed at once */
    public PreviewRun(Judge present, Judge previewed, int threads) {
        this.present = present;
        this.previewed = previewed;
        this.threads = threads;
    }

    /** What two bundles say of a posting; empty where it cannot be used. */
    private record Judged(Optional<Assessment> present, Optional<Assessment> previewed) {
        static final Judged UNUSABLE = new Judged(Optional.empty(), Optional.empty());
    }

    private interface Source {
        void readInto(OrderedWork<Judged> work) throws IOException, InterruptedException;
    }

    /**
     * Of the records that were written to a topic since then.
     *
     * @param most how many postings are listed on either side
     * @throws DeskException where the topic cannot be read
     */
    public Preview ofTopic(KafkaTopic topic, Instant since, PostingDecoder decoder, int most) {
        return run(most, work -> topic.forEachSince(since, record -> submit(work, decoded(decoder, record))));
    }

    /**
     * Of the postings in files, labelled or plain.
     *
     * @param most how many postings are listed on either side
     * @param listener learns of the files
     * @throws DeskException where a file cannot be read
     */
    public Preview ofFiles(List<Path> files, IntakeOptions options, PostingFiles.Listener listener, int most) {
        return run(most, work -> {
            for (Path file : files) {
                try (PostingFiles postings = PostingFiles.of(file, options, PostingLimits.DEFAULT, listener)) {
                    for (Optional<PostingRecord> next = postings.next(); next.isPresent(); next = postings.next()) {
                        submit(work, posting(next.get()));
                    }
                }
            }
        });
    }

    private static Optional<JobPosting> posting(PostingRecord record) {
        try {
            return Optional.of(record.decoded().posting());
        } catch (UnusablePostingException e) {
            return Optional.empty();
        }
    }

    private Preview run(int most, Source source) {
        PreviewTally tally = new PreviewTally(present.bundle(), previewed.bundle());
        try (OrderedWork<Judged> work = new OrderedWork<>(threads, new OrderedWork.ResultReceiver<>() {
            @Override
            public boolean accept(Judged judged) {
                if (judged.present().isPresent()) {
                    tally.add(judged.present().get(), judged.previewed().orElseThrow());
                } else {
                    tally.addUnusable();
                }
                return true;
            }

            @Override
            public void onPause() {}
        })) {
            source.readInto(work);
            work.finish();
        } catch (IOException e) {
            throw new DeskException("the postings cannot be read to their end: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
        return tally.result(most);
    }

    private void submit(OrderedWork<Judged> work, Optional<JobPosting> posting) {
        try {
            work.submit(() -> posting.map(this::judged).orElse(Judged.UNUSABLE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }

    /** One posting that breaks scoring must not end the run; an Error, which says that the JVM is unwell, must. */
    private Judged judged(JobPosting posting) {
        try {
            return new Judged(
                    Optional.of(present.detector().assess(posting)),
                    Optional.of(previewed.detector().assess(posting)));
        } catch (RuntimeException e) {
            return Judged.UNUSABLE;
        }
    }

    private static Optional<JobPosting> decoded(PostingDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(decoder.decode(record.key(), record.value(), SchemaHeaders.of(record))
                    .posting());
        } catch (UnusablePostingException e) {
            return Optional.empty();
        }
    }
}
