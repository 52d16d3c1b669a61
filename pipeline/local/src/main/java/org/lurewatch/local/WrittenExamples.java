package org.lurewatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lurewatch.detection.json.FileRecord;
import org.lurewatch.detection.json.LabelledPosting;
import org.lurewatch.detection.json.LabelledPostingReader;
import org.lurewatch.detection.json.RecordStream;
import org.lurewatch.detection.posting.PostingLimits;

/** The examples that were written for training and for the demo. */
final class WrittenExamples {
    private WrittenExamples() {}

    /** All examples of a folder's files, in the order of their names. */
    static List<LabelledPosting> read(Path folder) {
        List<LabelledPosting> examples = new ArrayList<>();
        LabelledPostingReader reader = new LabelledPostingReader(PostingLimits.DEFAULT);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                addExamples(file, reader, examples);
            }
        } catch (IOException e) {
            throw new CommandFailure("the written examples in " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return examples;
    }

    private static void addExamples(Path file, LabelledPostingReader reader, List<LabelledPosting> examples)
            throws IOException {
        try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
            for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
                examples.add(reader.read(next.get()));
            }
        }
    }
}
