package org.lurewatch.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.schemas.WriterSchemas;
import picocli.CommandLine.Option;

/** Where the schemas of postings lie, beside those that come with Lurewatch; a mixin. */
public final class SchemasOption {
    @Option(
            names = "--schemas",
            paramLabel = "DIR",
            description = "Further Avro schemas that postings are written with.")
    private Path schemas;

    /** The folder, where one is given. */
    public Optional<Path> folder() {
        return Optional.ofNullable(schemas);
    }

    /** Decodes postings that are written with these schemas or with those that come with Lurewatch. */
    public PostingDecoder decoder(PostingLimits limits) {
        WriterSchemas writers = WriterSchemas.known();
        return new PostingDecoder(limits, schemas == null ? writers : writers.withPostingSchemasOf(schemas));
    }
}
