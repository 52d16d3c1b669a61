package org.lurewatch.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.message.SchemaStore;

/**
 * The schemas that records may have been written with, by fingerprint (CRC-64-AVRO), so that old and new writers
 * coexist: every version kept here, and those of a folder. Immutable.
 */
public final class WriterSchemas implements SchemaStore {
    private static final WriterSchemas KNOWN = new WriterSchemas(Stream.of(
                    "JobPosting",
                    "ScamWarning",
                    "RejectedPosting",
                    "Campaign",
                    "Review",
                    "Trend",
                    "ControlCommand",
                    "ControlStatus",
                    "ShadowScore")
            .flatMap(name -> history(name).stream())
            .toList());

    private final Map<Long, Schema> byFingerprint = new HashMap<>();

    private WriterSchemas(Collection<Schema> schemas) {
        for (Schema schema : schemas) {
            byFingerprint.put(SchemaNormalization.parsingFingerprint64(schema), schema);
        }
    }

    /** Every version that Lurewatch itself has written or asked for. */
    public static WriterSchemas known() {
        return KNOWN;
    }

    /**
     * These and the posting schemas of a folder's {@code .avsc} files.
     *
     * @throws SchemaFolderException with every problem, where a file cannot be used as a writer's schema of postings
     */
    public WriterSchemas withPostingSchemasOf(Path folder) {
        List<Schema> all = new ArrayList<>(byFingerprint.values());
        List<String> problems = new ArrayList<>();
        for (Path file : schemaFiles(folder)) {
            try {
                Schema schema = parse(Files.readString(file, StandardCharsets.UTF_8));
                PostingSchemaRules.problem(schema)
                        .ifPresentOrElse(problem -> problems.add(file + ": " + problem), () -> all.add(schema));
            } catch (IOException | AvroRuntimeException e) {
                problems.add(file + ": not a readable Avro schema: " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new SchemaFolderException(problems);
        }
        return new WriterSchemas(all);
    }

    /** The schema with this fingerprint, or null where none is known. */
    @Override
    public Schema findByFingerprint(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    /** The newest version of a record's schema, as it is kept: with all comments, and without what only Java needs. */
    public static Schema newest(String name) {
        List<Schema> versions = history(name);
        return versions.get(versions.size() - 1);
    }

    /** Every kept version of a record, oldest first. */
    static List<Schema> history(String name) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream kept =
                    WriterSchemas.class.getResourceAsStream("history/" + name + "." + version + ".avsc")) {
                if (kept == null) {
                    return List.copyOf(versions);
                }
                versions.add(parse(new String(kept.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Schema parse(String json) {
        return SchemaParser.parseSingle(json);
    }

    private static List<Path> schemaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SchemaFolderException(List.of(folder + ": not a readable folder of schemas"), e);
        }
    }
}
