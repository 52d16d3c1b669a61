package org.lurewatch.trainer.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.intake.labels.LabelledPostingReader;

/** Reads labelled postings from files and folders, in the order of their names. */
public final class SampleFiles {
    /** Data sets that were written for Lurewatch, one each, however many files they fill. */
    private static final Set<String> OURS = Set.of("written", "pairs");

    private static final String SET_ASIDE = "demo";

    private SampleFiles() {}

    /** Whether a sample's file, as {@link Sample} names it, was written for Lurewatch. */
    public static boolean isOurs(String file) {
        return OURS.contains(file);
    }

    /**
     * Every labelled posting below these paths; those set aside for the demo and those without a label are left out.
     *
     * @throws IOException where a file cannot be read
     * @throws UnusablePostingException where a record is no labelled posting, naming file and line
     */
    public static List<Sample> read(List<Path> paths) throws IOException {
        return read(paths, SampleFiles::labelled);
    }

    private static Optional<LabelledPosting> labelled(LabelledPostingReader reader, FileRecord record) {
        return Optional.of(reader.read(record))
                .filter(labelled ->
                        labelled.label() != Label.UNLABELLED && !labelled.set().equals(SET_ASIDE));
    }

    /**
     * Every posting below these paths, labelled or plain, for what does not need labels.
     *
     * @throws IOException where a file cannot be read
     * @throws UnusablePostingException where a record is no posting, naming file and line
     */
    public static List<Sample> readAll(List<Path> paths) throws IOException {
        return read(paths, LabelledPostingReader::readLabelledOrPlain);
    }

    private static List<Sample> read(
            List<Path> paths, BiFunction<LabelledPostingReader, FileRecord, Optional<LabelledPosting>> read)
            throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : files(paths)) {
            readFile(file, read, samples);
        }
        return withSites(samples);
    }

    /** A file with several data sets gathers sites. */
    private static List<Sample> withSites(List<Sample> samples) {
        Map<String, Set<String>> sites = new HashMap<>();
        samples.forEach(sample -> sites.computeIfAbsent(sample.file(), file -> new HashSet<>())
                .add(sample.labelled().dataset()));
        return samples.stream()
                .map(sample -> sites.get(sample.file()).size() == 1
                        ? sample
                        : new Sample(
                                sample.labelled(),
                                sample.file(),
                                sample.labelled().dataset()))
                .toList();
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(SampleFiles::isJsonLines).sorted().forEach(files::add);
                }
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        return files;
    }

    private static boolean isJsonLines(Path file) {
        String name = file.toString();
        return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
    }

    private static void readFile(
            Path file, BiFunction<LabelledPostingReader, FileRecord, Optional<LabelledPosting>> read, List<Sample> into)
            throws IOException {
        LabelledPostingReader reader = new LabelledPostingReader(PostingLimits.DEFAULT);
        String name = file.getFileName().toString().replaceAll("\\.jsonl(\\.gz)?$", "");
        try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
            Optional<FileRecord> record = records.next();
            while (record.isPresent()) {
                try {
                    read.apply(reader, record.get())
                            .ifPresent(labelled -> into.add(new Sample(
                                    labelled, OURS.contains(labelled.dataset()) ? labelled.dataset() : name)));
                } catch (UnusablePostingException e) {
                    throw new UnusablePostingException(
                            e.reason(), file + ", " + record.get().place() + ": " + e.getMessage(), e);
                }
                record = records.next();
            }
        }
    }
}
