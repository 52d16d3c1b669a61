package org.lurewatch.cli.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.codec.json.AssessmentJson;
import org.lurewatch.desk.screen.OrderedWork;
import org.lurewatch.desk.screen.RecordScreener;
import org.lurewatch.desk.screen.ScreenedRecord;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFile;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.examples.BenchPostings;

/** The same postings by the way of {@code screen}, and by one request to a server. */
final class ScreenAndBatch {
    private static final PostingFiles.Listener NOBODY = new PostingFiles.Listener() {
        @Override
        public void onEnd(PostingFile file) {}

        @Override
        public void onUnreadable(String file, UnreadableFileException problem) {
            throw new LabException("the bench's own postings cannot be read: " + problem.getMessage(), problem);
        }
    };

    private final int count;
    private final byte[] lines;
    private final Detector detector;
    private final HttpRequest request;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param server its root */
    ScreenAndBatch(BenchPostings postings, int count, Detector detector, URI server) {
        this.count = count;
        this.lines = IntStream.range(0, count)
                .mapToObj(number -> PostingJson.line(postings.posting(number)) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
        this.detector = detector;
        this.request = HttpRequest.newBuilder(server.resolve("/v1/assess"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines))
                .build();
    }

    /** Postings a second by the way of {@code screen --all}. */
    double screened() throws IOException, InterruptedException {
        Told told = new Told();
        long start = System.nanoTime();
        RecordScreener screener = new RecordScreener(detector);
        try (PostingFiles files = PostingFiles.of(
                        "bench", new ByteArrayInputStream(lines), IntakeOptions.NONE, PostingLimits.DEFAULT, NOBODY);
                OrderedWork<ScreenedRecord> work =
                        new OrderedWork<>(Runtime.getRuntime().availableProcessors(), told)) {
            for (Optional<PostingRecord> next = files.next(); next.isPresent(); next = files.next()) {
                PostingRecord record = next.get();
                work.submit(() -> screener.screen(record));
            }
            work.finish();
        }
        return rate(start, told.lines);
    }

    /** Postings a second by one request. */
    double sent() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        int answered = 0;
        for (byte each : answer.body()) {
            answered += each == '\n' ? 1 : 0;
        }
        return rate(start, answer.statusCode() == 200 ? answered : 0);
    }

    private double rate(long start, int answered) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answered != count) {
            throw new LabException(answered + " of " + count + " postings were answered");
        }
        return count / seconds;
    }

    /** Makes a line of each, as {@code screen} prints it. */
    private static final class Told implements OrderedWork.ResultReceiver<ScreenedRecord> {
        private int lines;
        private long bytes;

        @Override
        public boolean accept(ScreenedRecord record) {
            if (record instanceof ScreenedRecord.Assessed assessed) {
                bytes += (AssessmentJson.line(assessed.assessment()) + "\n").getBytes(UTF_8).length;
                lines++;
            }
            return bytes >= 0;
        }

        @Override
        public void onPause() {}
    }
}
