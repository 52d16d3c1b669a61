package org.lurewatch.lab.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.intake.labels.LabelledPostingReader;
import org.lurewatch.lab.LabException;

/** The examples that were written for training and for the demo. */
public final class WrittenExamples {
    private static final String CAMPAIGN = "demo-campaign.jsonl";

    private WrittenExamples() {}

    /** All examples of a folder's files, in the order of their names. */
    public static List<LabelledPosting> read(Path folder) {
        List<LabelledPosting> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
                    examples.addAll(read(records));
                }
            }
        } catch (IOException e) {
            throw new LabException("the written examples in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return examples;
    }

    /** Adverts of one campaign, written for the demo: two of them show little by themselves. */
    static List<LabelledPosting> campaign() {
        try (RecordStream records =
                RecordStream.of(WrittenExamples.class.getResourceAsStream(CAMPAIGN), PostingLimits.DEFAULT)) {
            return read(records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<LabelledPosting> read(RecordStream records) throws IOException {
        LabelledPostingReader reader = new LabelledPostingReader(PostingLimits.DEFAULT);
        List<LabelledPosting> examples = new ArrayList<>();
        for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
            examples.add(reader.read(next.get()));
        }
        return examples;
    }
}
