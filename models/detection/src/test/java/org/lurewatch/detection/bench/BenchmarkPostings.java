package org.lurewatch.detection.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.TestingPostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** Postings of about 3 KB. */
final class BenchmarkPostings {
    private static final int SHORTEST = 2_500;
    private static final int LONGEST = 3_500;
    private static final int MOST = 2_000;

    private BenchmarkPostings() {}

    /** The postings of a file that have about the right length. */
    static List<JobPosting> of(Path file) throws IOException {
        List<JobPosting> fitting = read(file).stream()
                .filter(posting -> length(posting) >= SHORTEST && length(posting) <= LONGEST)
                .limit(MOST)
                .toList();
        if (fitting.isEmpty()) {
            throw new IOException("there is no posting of about 3,000 characters in " + file);
        }
        return fitting;
    }

    /** The English written examples, joined until they have the right length. */
    static List<JobPosting> written() throws IOException {
        List<JobPosting> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (JobPosting posting : read(BenchmarkBundle.inModels("trainer", "written", "en.jsonl"))) {
            posting.texts().values().forEach(each -> text.append(each).append(".\n"));
            if (text.length() >= SHORTEST) {
                joined.add(new JobPosting(
                        posting.identifier(), "", Map.of(PostingField.DESCRIPTION, text.toString()), null, null));
                text.setLength(0);
            }
        }
        return joined;
    }

    private static int length(JobPosting posting) {
        return posting.texts().values().stream().mapToInt(String::length).sum();
    }

    private static List<JobPosting> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        return TestingPostings.read(file).stream()
                .map(TestingPostings.Labelled::posting)
                .toList();
    }
}
