package org.lurewatch.detection.assess;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.TestingPostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** Postings for tests of the assessment. */
final class Written {
    private Written() {}

    static JobPosting posting(String description) {
        return new JobPosting("1", "test", Map.of(PostingField.DESCRIPTION, description), null, null);
    }

    /** All postings of a language that were written for this project, in the order of their file. */
    static List<JobPosting> of(String language) throws IOException {
        return TestingPostings.written(language).stream()
                .map(TestingPostings.Labelled::posting)
                .toList();
    }
}
