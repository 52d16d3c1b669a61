package org.lurewatch.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.json.FileRecord;
import org.lurewatch.detection.json.Label;
import org.lurewatch.detection.json.LabelledPosting;
import org.lurewatch.detection.json.LabelledPostingReader;
import org.lurewatch.detection.json.RecordStream;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Reads labelled postings from files and folders, in the order of their names. */
final class ExampleFiles {
    private final PostingReader reader;

    ExampleFiles(PostingReader reader) {
        this.reader = reader;
    }

    /** A labelled posting and the file it comes from. */
    private record Raw(LabelledPosting labelled, String file) {}

    /**
     * Every labelled example below these paths; those set aside for the demo and those without a label are left out.
     *
     * @throws IOException where a file cannot be read
     * @throws UnusablePostingException where a record is no labelled posting, naming file and line
     */
    List<Example> read(List<Path> paths) throws IOException {
        List<Raw> raw = new ArrayList<>();
        for (Path file : files(paths)) {
            readFile(file, raw);
        }
        return raw.parallelStream()
                .map(each -> new Example(
                        each.labelled(),
                        FeatureVector.of(reader.read(each.labelled().posting())),
                        each.file()))
                .toList();
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".jsonl")
                                    || file.toString().endsWith(".jsonl.gz"))
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static void readFile(Path file, List<Raw> into) throws IOException {
        LabelledPostingReader labelled = new LabelledPostingReader(PostingLimits.DEFAULT);
        String name = file.getFileName().toString().replaceAll("\\.jsonl(\\.gz)?$", "");
        try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
            Optional<FileRecord> record = records.next();
            while (record.isPresent()) {
                try {
                    LabelledPosting example = labelled.read(record.get());
                    if (example.label() != Label.UNLABELLED && !example.set().equals("demo")) {
                        into.add(new Raw(example, name));
                    }
                } catch (UnusablePostingException e) {
                    throw new UnusablePostingException(
                            e.reason(), file + ", " + record.get().place() + ": " + e.getMessage(), e);
                }
                record = records.next();
            }
        }
    }
}
