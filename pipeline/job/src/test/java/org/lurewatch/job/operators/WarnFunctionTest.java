package org.lurewatch.job.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.AssessedEncoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ScamWarning;

class WarnFunctionTest {
    @Test
    void warnsOfWhatIsLikelyAndOfNothingElse() {
        List<ScamWarning> warnings = new ArrayList<>();
        WarnFunction warn = new WarnFunction();

        warn.flatMap(assessed("1", "a lure"), new ListCollector<>(warnings));
        warn.flatMap(assessed("2", "Packer"), new ListCollector<>(warnings));
        warn.flatMap(assessed("3", "a lure"), new ListCollector<>(warnings));

        assertEquals(
                List.of("1", "3"),
                warnings.stream().map(ScamWarning::getPostingId).toList());
    }

    private static AssessedPosting assessed(String identifier, String title) {
        JobPosting posting = ExamplePostings.posting(identifier, title);
        return AssessedEncoder.encode(
                ExamplePostings.record(1, ""), posting, ExamplePostings.DETECTOR.assess(posting), Instant.EPOCH, 0);
    }
}
