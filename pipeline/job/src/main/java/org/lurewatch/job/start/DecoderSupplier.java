package org.lurewatch.job.start;

import java.nio.file.Path;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Makes a decoder on the machine that needs one.
 *
 * @param extraSchemas folder of additional writer schemas, or the empty string
 */
public record DecoderSupplier(int maxPostingBytes, int maxFieldChars, String extraSchemas)
        implements SerializableSupplier<PostingDecoder> {

    public static DecoderSupplier of(JobConfig config) {
        return new DecoderSupplier(
                config.limits().maxPostingBytes(),
                config.limits().maxFieldChars(),
                config.extraSchemas()
                        .map(folder -> folder.toAbsolutePath().toString())
                        .orElse(""));
    }

    @Override
    public PostingDecoder get() {
        WriterSchemas known = WriterSchemas.known();
        return new PostingDecoder(
                new PostingLimits(maxPostingBytes, maxFieldChars),
                extraSchemas.isEmpty() ? known : known.withPostingSchemasOf(Path.of(extraSchemas)));
    }
}
