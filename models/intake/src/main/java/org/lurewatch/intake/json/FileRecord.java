package org.lurewatch.intake.json;

import java.util.Optional;
import org.lurewatch.detection.posting.UnusablePostingException;

/** One record cut out of a file: bytes that should be a JSON object, or the reason why they cannot be read. */
public final class FileRecord {
    private final long line;
    private final long item;
    private final boolean graphNode;
    private final byte[] json;
    private final Optional<UnusablePostingException> problem;

    private FileRecord(
            long line, long item, boolean graphNode, byte[] json, Optional<UnusablePostingException> problem) {
        this.line = line;
        this.item = item;
        this.graphNode = graphNode;
        this.json = json;
        this.problem = problem;
    }

    static FileRecord of(long line, long item, boolean graphNode, byte[] json) {
        return new FileRecord(line, item, graphNode, json, Optional.empty());
    }

    static FileRecord unusable(long line, long item, UnusablePostingException problem) {
        return new FileRecord(line, item, false, new byte[0], Optional.of(problem));
    }

    /** The line on which the record begins, counted from 1. */
    public long line() {
        return line;
    }

    /** The place within a JSON array or {@code @graph}, counted from 1, or 0 if the record stands by itself. */
    public long item() {
        return item;
    }

    /** The place where a person can find it, for example {@code line 3, item 2}. */
    public String place() {
        return item == 0 ? "line " + line : "line " + line + ", item " + item;
    }

    boolean isGraphNode() {
        return graphNode;
    }

    public byte[] json() {
        problem.ifPresent(reason -> {
            throw reason;
        });
        return json;
    }
}
