package org.lurewatch.cli.options;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.codec.registry.RegistryClient;
import org.lurewatch.codec.registry.RegistryOutage;
import org.lurewatch.codec.registry.SchemaRegistry;
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

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = {
                "A schema registry, for postings that name their schema by number.",
                "Its secrets: LUREWATCH_REGISTRY_USERNAME and _PASSWORD, or _TOKEN."
            })
    private String registry;

    @Option(
            names = "--registry-id-bytes",
            paramLabel = "N",
            defaultValue = "4",
            description = "Bytes of such a number: 4, or 8 as older serialisers of Apicurio write it.")
    private int idBytes;

    /** The folder, where one is given. */
    public Optional<Path> folder() {
        return Optional.ofNullable(schemas);
    }

    /** The registry, where one is given. */
    public Optional<RegistryAddress> registry() {
        return Optional.ofNullable(registry).map(url -> RegistryAddress.of(url, System.getenv()));
    }

    /** How many bytes the number of a registry's schema has: 8, or else 4. */
    public int idBytes() {
        return idBytes == Long.BYTES ? Long.BYTES : Integer.BYTES;
    }

    /**
     * Decodes postings that are written with these schemas or with those that come with Lurewatch. It gives up at once where
     * the registry does not answer.
     */
    public PostingDecoder decoder(PostingLimits limits) {
        WriterSchemas writers = WriterSchemas.known();
        return new PostingDecoder(
                limits,
                schemas == null ? writers : writers.withPostingSchemasOf(schemas),
                registry()
                        .<SchemaRegistry>map(
                                address -> new RegistryClient(address, Clock.systemUTC(), RegistryOutage.giveUp()))
                        .orElse(SchemaRegistry.NONE),
                idBytes());
    }
}
