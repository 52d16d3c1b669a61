package org.lurewatch.detection.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lurewatch.detection.json.LabelledPosting;
import org.lurewatch.detection.json.LabelledPostingReader;
import org.lurewatch.detection.json.RecordStream;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;

/** The postings that were written for this project. */
final class Written {
    private static final Path FOLDER = Path.of("..", "trainer", "written");

    private Written() {}

    static JobPosting posting(String description) {
        return new JobPosting("1", "test", Map.of(PostingField.DESCRIPTION, description), null, null);
    }

    /** All postings of a language, in the order of their file. */
    static List<JobPosting> of(String language) throws IOException {
        return labelled(FOLDER.resolve(language + ".jsonl")).stream()
                .map(LabelledPosting::posting)
                .toList();
    }

    /** All postings of all languages. */
    static List<LabelledPosting> all() throws IOException {
        List<LabelledPosting> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                all.addAll(labelled(file));
            }
        }
        return all;
    }

    private static List<LabelledPosting> labelled(Path file) throws IOException {
        LabelledPostingReader reader = new LabelledPostingReader(PostingLimits.DEFAULT);
        List<LabelledPosting> postings = new ArrayList<>();
        try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
            for (var record = records.next(); record.isPresent(); record = records.next()) {
                postings.add(reader.read(record.get()));
            }
        }
        return postings;
    }
}
