package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;

/** A file in memory, read to its end, and what came of it. */
record ReadFile(String kind, Optional<String> charset, List<String> notes, List<FileEntry> entries) {
    static ReadFile of(String text) throws IOException {
        return of("", text);
    }

    static ReadFile of(String name, String text) throws IOException {
        return of(name, text.getBytes(StandardCharsets.UTF_8), FileOptions.NONE);
    }

    static ReadFile of(String text, Charset charset) throws IOException {
        return of("", text.getBytes(charset), FileOptions.NONE);
    }

    static ReadFile of(String name, byte[] bytes, FileOptions options) throws IOException {
        return of(name, new ByteArrayInputStream(bytes), options, PostingLimits.DEFAULT);
    }

    static ReadFile of(String name, InputStream in, FileOptions options, PostingLimits limits) throws IOException {
        try (SourceFile file = SourceFile.of(name, in, options, limits)) {
            List<FileEntry> entries = new ArrayList<>();
            for (Optional<FileEntry> entry = file.next(); entry.isPresent(); entry = file.next()) {
                entries.add(entry.get());
            }
            return new ReadFile(file.kind(), file.charset(), file.notes(), entries);
        }
    }

    int size() {
        return entries.size();
    }

    /** The fields of a record, as JSON. */
    JsonNode record(int index) {
        return ((ForeignRecord) entries.get(index)).fields();
    }

    /** One field of every record; a problem reads as its place and reason. */
    List<String> all(String name) {
        return entries.stream()
                .map(entry -> entry instanceof DamagedRecord damaged
                        ? damaged.place() + ": " + damaged.problem().reason()
                        : ((ForeignRecord) entry).fields().path(name).asText())
                .toList();
    }

    List<String> places() {
        return entries.stream().map(FileEntry::place).toList();
    }
}
