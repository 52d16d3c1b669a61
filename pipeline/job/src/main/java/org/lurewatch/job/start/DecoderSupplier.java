package org.lurewatch.job.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.codec.registry.SchemaRegistry;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.PatientRegistry;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Makes a decoder on the machine that needs one.
 *
 * @param extraSchemas folder of additional writer schemas, or the empty string
 * @param registry where schemas are looked up that records name by number, or null
 * @param idBytes how many bytes such a number has
 * @param clock says when a schema that was not found is asked for again; must be serialisable, as the JDK's clocks are
 */
public record DecoderSupplier(
        int maxPostingBytes, int maxFieldChars, String extraSchemas, RegistryAddress registry, int idBytes, Clock clock)
        implements SerializableSupplier<PostingDecoder> {

    /** A decoder as the job's settings ask for it. */
    public static DecoderSupplier of(JobConfig config, Clock clock) {
        return new DecoderSupplier(
                config.limits().maxPostingBytes(),
                config.limits().maxFieldChars(),
                folder(config.extraSchemas()),
                Registries.address(config).orElse(null),
                config.registry().idBytes(),
                clock);
    }

    /** How the folder of additional schemas is named to other machines. */
    public static String folder(Optional<Path> extraSchemas) {
        return extraSchemas.map(folder -> folder.toAbsolutePath().toString()).orElse("");
    }

    @Override
    public PostingDecoder get() {
        WriterSchemas known = WriterSchemas.known();
        return new PostingDecoder(
                new PostingLimits(maxPostingBytes, maxFieldChars),
                extraSchemas.isEmpty() ? known : known.withPostingSchemasOf(Path.of(extraSchemas)),
                registry == null ? SchemaRegistry.NONE : PatientRegistry.client(registry, clock),
                idBytes);
    }
}
