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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.columns.UnknownColumnException;
import org.lurewatch.intake.files.UnreadableFileException;
import org.lurewatch.intake.json.JsonText;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.intake.postings.IntakeOptions;
import org.lurewatch.intake.postings.PostingFile;
import org.lurewatch.intake.postings.PostingFiles;
import org.lurewatch.intake.postings.PostingRecord;

/** Reads labelled postings from files and folders, in the order of their names. */
public final class SampleFiles {
    /** Data sets that were written for Lurewatch, one each, however many files they fill. */
    private static final Set<String> OURS = Set.of("written", "pairs");

    private static final String SET_ASIDE = "demo";
    private static final Pattern ENDINGS =
            Pattern.compile("(?i)(?:\\.(?:jsonl|ndjson|json|csv|tsv|txt|xlsx|xml|html?|mbox|eml|warc))?"
                    + "(?:\\.(?:gz|bz2|zst|zip))?$");

    private SampleFiles() {}

    /** Whether a sample's file, as {@link Sample} names it, was written for Lurewatch. */
    public static boolean isOurs(String file) {
        return OURS.contains(file);
    }

    /**
     * Every labelled posting below these paths, as the project writes them.
     *
     * @throws IOException where a file cannot be read
     * @throws UnusablePostingException where a record is no labelled posting, naming file and line
     */
    public static List<Sample> read(List<Path> paths) throws IOException {
        return read(paths, IntakeOptions.NONE, notice -> {});
    }

    /**
     * Every labelled posting below these paths; those set aside for the demo and those without a label are left out.
     *
     * @param notices receives a line for each file whose columns had to be chosen, saying what was taken
     * @throws IOException where a file cannot be read
     * @throws UnusablePostingException where a record of the project's own form cannot be read, naming file and line
     * @throws UnusableDataException where a file has no labels, or cannot be read as postings
     */
    public static List<Sample> read(List<Path> paths, IntakeOptions options, Consumer<String> notices)
            throws IOException {
        return read(paths, SampleFiles::labelled, options, notices);
    }

    private static Optional<LabelledPosting> labelled(PostingRecord record) {
        boolean withoutLabels =
                record.columns().isPresent() && !record.columns().get().hasLabels();
        if (withoutLabels) {
            throw new UnusableDataException(record.file()
                    + " has no column that says what is a scam; it has "
                    + record.columns().get().names() + ". Name it, for example with --columns label=NAME");
        }
        if (record.columns().isEmpty() && !record.isExample()) {
            record.decoded();
            throw JsonText.wrongType("posting", "a posting");
        }
        return Optional.of(record.labelled())
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
        return readAll(paths, IntakeOptions.NONE, notice -> {});
    }

    /**
     * Every posting below these paths, labelled or plain, for what does not need labels.
     *
     * @param notices receives a line for each file whose columns had to be chosen, saying what was taken
     * @throws IOException where a file cannot be read
     * @throws UnusablePostingException where a record of the project's own form cannot be read, naming file and line
     * @throws UnusableDataException where a file cannot be read as postings
     */
    public static List<Sample> readAll(List<Path> paths, IntakeOptions options, Consumer<String> notices)
            throws IOException {
        return read(paths, record -> Optional.of(record.labelled()), options, notices);
    }

    private static List<Sample> read(
            List<Path> paths,
            Function<PostingRecord, Optional<LabelledPosting>> read,
            IntakeOptions options,
            Consumer<String> notices)
            throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            try (PostingFiles files = PostingFiles.of(
                    path, options, PostingLimits.DEFAULT, new Notices(notices, Files.isDirectory(path)))) {
                for (Optional<PostingRecord> next = files.next(); next.isPresent(); next = files.next()) {
                    sample(next.get(), read).ifPresent(samples::add);
                }
            } catch (UnknownColumnException e) {
                throw new UnusableDataException(path + ": " + e.getMessage());
            }
        }
        return withSites(samples);
    }

    /** Of a stranger's table, a row without text is left out; the project's own form has no faults. */
    private static Optional<Sample> sample(
            PostingRecord record, Function<PostingRecord, Optional<LabelledPosting>> read) {
        String name = withoutFolders(record.file());
        try {
            return read.apply(record)
                    .map(labelled ->
                            new Sample(labelled, OURS.contains(labelled.dataset()) ? labelled.dataset() : name));
        } catch (UnusablePostingException e) {
            if (record.columns().isPresent()) {
                return Optional.empty();
            }
            throw new UnusablePostingException(
                    e.reason(), record.file() + ", " + record.place() + ": " + e.getMessage(), e);
        }
    }

    /** The name of a file by itself, without what says how it is written. */
    private static String withoutFolders(String file) {
        return ENDINGS.matcher(file.substring(file.lastIndexOf('/') + 1)).replaceFirst("");
    }

    /** What is told of files; one that cannot be read is passed over where it only lies in a folder. */
    private record Notices(Consumer<String> notices, boolean inFolder) implements PostingFiles.Listener {
        @Override
        public void onEnd(PostingFile file) {
            if (file.columns().isPresent()) {
                notices.accept(file.name() + ": " + file.summary());
            }
        }

        @Override
        public void onUnreadable(String file, UnreadableFileException problem) {
            String message = file + ": " + problem.getMessage();
            if (!inFolder) {
                throw new UnusableDataException(message);
            }
            notices.accept(message);
        }

        @Override
        public void onSkipped(String file) {
            notices.accept(
                    file + ": not read, for its name says that it holds no postings; give it by itself to read it");
        }
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
}
