package org.lurewatch.job.resume;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * The folder of one consumer group below the directory of checkpoints, on any of Flink's file systems: a note about the
 * newest run, a lock or lease of whoever runs now, and the checkpoints of each run in {@code run-1}, {@code run-2} and so
 * on. Starting anew begins another run; going on does not. See RATIONALE.md, "A run goes on in its own folder".
 *
 * @param root the group's folder
 */
public record GroupFolder(Path root) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern RUN = Pattern.compile("run-(\\d{1,9})");
    private static final Pattern CHECKPOINT = Pattern.compile("chk-(\\d{1,18})");
    private static final Pattern JOB_ID = Pattern.compile("[0-9a-f]{32}");
    private static final String METADATA = "_metadata";

    /**
     * The folder of a group.
     *
     * @param directory URI of the folder for all checkpoints
     */
    public static GroupFolder of(String directory, String groupId) {
        return new GroupFolder(new Path(new Path(directory), fileName(groupId)));
    }

    /** A name that every file system takes; another one for every group. */
    static String fileName(String groupId) {
        if (PLAIN.matcher(groupId).matches()) {
            return groupId;
        }
        StringBuilder name = new StringBuilder();
        for (byte each : groupId.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            boolean isPlain = PLAIN.matcher(String.valueOf(character)).matches();
            name.append(isPlain ? String.valueOf(character) : String.format(Locale.ROOT, "=%02X", (int) character));
        }
        return name.toString();
    }

    /** Where the checkpoints of a run lie. */
    public Path run(int number) {
        return new Path(root, "run-" + number);
    }

    /** The number of a run of which nothing is there yet. */
    public int newRun() throws IOException {
        return 1
                + list(root).stream()
                        .map(file -> RUN.matcher(file.getPath().getName()))
                        .filter(Matcher::matches)
                        .mapToInt(found -> Integer.parseInt(found.group(1)))
                        .max()
                        .orElse(0);
    }

    /** The newest checkpoint of a run that was finished: Flink writes its metadata last, in one stroke. */
    public Optional<FoundCheckpoint> newest(int run) throws IOException {
        List<FoundCheckpoint> found = new ArrayList<>();
        for (FileStatus folder : list(run(run))) {
            OptionalLong number = number(folder);
            if (number.isPresent()) {
                for (FileStatus file : list(folder.getPath())) {
                    if (file.getPath().getName().equals(METADATA)) {
                        found.add(new FoundCheckpoint(
                                folder.getPath(),
                                number.getAsLong(),
                                Instant.ofEpochMilli(file.getModificationTime())));
                    }
                }
            }
        }
        return found.stream().max(Comparator.comparingLong(FoundCheckpoint::number));
    }

    private static OptionalLong number(FileStatus folder) {
        Matcher matcher = CHECKPOINT.matcher(folder.getPath().getName());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** Deletes what a killed process had written of checkpoints that it could not finish. Nobody may be running. */
    public void deleteUnfinished(int run) throws IOException {
        for (FileStatus folder : list(run(run))) {
            boolean isFinished = list(folder.getPath()).stream()
                    .anyMatch(file -> file.getPath().getName().equals(METADATA));
            if (number(folder).isPresent() && !isFinished) {
                root.getFileSystem().delete(folder.getPath(), true);
            }
        }
    }

    /** Whether beside the group's folder there is what looks like the checkpoints of an earlier version, or of a cluster. */
    public boolean hasNeighboursOfEarlierVersions() throws IOException {
        return list(root.getParent()).stream()
                .anyMatch(file ->
                        file.isDir() && JOB_ID.matcher(file.getPath().getName()).matches());
    }

    /** Why nothing can be written here now, or nothing if it can. */
    public Optional<String> failureToWrite() {
        SmallFile tried = new SmallFile(new Path(root, "tried"));
        try {
            tried.replace("Written to see whether it can be.\n");
            tried.delete();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(root + ": " + e);
        }
    }

    private static List<FileStatus> list(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        try {
            FileStatus[] found = files.exists(folder) ? files.listStatus(folder) : null;
            return found == null ? List.of() : List.of(found);
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
