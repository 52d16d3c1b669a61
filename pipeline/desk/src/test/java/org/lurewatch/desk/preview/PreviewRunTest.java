package org.lurewatch.desk.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.examples.TestingDetector;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFile;
import org.lurewatch.intake.postings.PostingFiles;

/** A preview says which warnings would come and go, each posting once and as its newest record says. */
class PreviewRunTest {
    private static final TestingDetector TESTING = new TestingDetector();
    private static final BundleId NOW = new BundleId("1", "aa");
    private static final BundleId THEN = new BundleId("2", "bb");

    @TempDir
    private Path folder;

    @Test
    void tellsWhichWarningsComeAndGo() throws IOException {
        Preview preview = preview(
                posting("a", "pay a deposit"),
                posting("b", "pay a levy"),
                posting("c", "pay a deposit and a levy"),
                posting("d", "cook rice"));

        assertEquals(4, preview.postings());
        assertEquals(new Preview.Side(NOW, 2, 0), preview.present());
        assertEquals(new Preview.Side(THEN, 2, 0), preview.previewed());
        assertEquals(1, preview.more());
        assertEquals(1, preview.fewer());
        PreviewedPosting more = preview.listedMore().get(0);
        assertEquals("b", more.postingId());
        assertEquals("board", more.source());
        assertEquals(Verdict.NO_SIGN_FOUND, more.present());
        assertEquals(Verdict.LIKELY_SCAM, more.previewed());
        assertTrue(more.presentScore() < more.previewedScore());
        assertEquals("fee_deposit", more.reason().orElseThrow().signal());
        assertEquals("a", preview.listedFewer().get(0).postingId());
        assertEquals(
                "fee_deposit",
                preview.listedFewer().get(0).reason().orElseThrow().signal(),
                "why there was a warning");
    }

    @Test
    void aPostingCountsOnceAsItsNewestRecordSays() throws IOException {
        Preview preview = preview(
                posting("a", "pay a levy"),
                posting("a", "cook rice"),
                posting("b", "cook rice"),
                posting("b", "pay a levy"),
                posting("b", "pay a levy"));

        assertEquals(2, preview.postings());
        assertEquals(1, preview.more());
        assertEquals("b", preview.listedMore().get(0).postingId());
    }

    @Test
    void whatCannotBeUsedIsCounted() throws IOException {
        Preview preview = preview("{", posting("a", "breaks"), "{\"identifier\": \"b\"}", posting("c", "pay a levy"));

        assertEquals(1, preview.postings());
        assertEquals(3, preview.unusable());
        assertEquals(1, preview.more());
    }

    @Test
    void labelledPostingsAreReadAsWell() throws IOException {
        Preview preview = preview("{\"posting\": " + posting("a", "pay a levy") + ", \"label\": \"scam\"}");

        assertEquals(1, preview.more());
    }

    @Test
    void allAreCountedAndAsManyListedAsAskedFor() throws IOException {
        String[] many = IntStream.range(0, 500)
                .mapToObj(i -> posting("p" + i, i % 2 == 0 ? "pay a levy" : "pay a deposit"))
                .toArray(String[]::new);
        Preview preview = preview(many);

        assertEquals(250, preview.more());
        assertEquals(250, preview.fewer());
        assertEquals(
                List.of("p0", "p10", "p100"),
                preview.listedMore().stream().map(PreviewedPosting::postingId).toList());
        assertEquals(3, preview.listedFewer().size());
    }

    @Test
    void aFileThatIsMissingIsTold() {
        assertThrows(DeskException.class, () -> ofFile(folder.resolve("none")));
    }

    private Preview preview(String... lines) throws IOException {
        return ofFile(Files.write(folder.resolve("postings.jsonl"), List.of(lines)));
    }

    private Preview ofFile(Path file) {
        return run().ofFiles(
                        List.of(file),
                        IntakeOptions.NONE,
                        new PostingFiles.Listener() {
                            @Override
                            public void onEnd(PostingFile read) {}

                            @Override
                            public void onUnreadable(String name, UnreadableFileException problem) {}
                        },
                        3);
    }

    private static PreviewRun run() {
        Detector another = posting -> TESTING.assess(reworded(posting));
        return new PreviewRun(new PreviewRun.Judge(NOW, TESTING), new PreviewRun.Judge(THEN, another), 2);
    }

    /** Another bundle minds levies in place of deposits. */
    private static JobPosting reworded(JobPosting posting) {
        String text = posting.text(PostingField.DESCRIPTION).orElse("");
        return posting.withTexts(Map.of(
                PostingField.DESCRIPTION, text.replace("deposit", "visit").replace("levy", "deposit")));
    }

    private static String posting(String id, String description) {
        return "{\"identifier\": \"" + id + "\", \"source\": \"board\", \"description\": \"" + description + "\"}";
    }
}
