package org.lurewatch.codec;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.schemas.WriterSchemas;

/** Coverage-guided: the seeds alone are run with the other tests, more with {@code JAZZER_FUZZ=1}. */
class PostingDecoderFuzzTest {
    private final PostingDecoder decoder = new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known());

    @FuzzTest(maxDuration = "3m")
    void anyBytesGiveAPostingThatCanBeSentOnOrAReason(byte[] value) {
        try {
            DecodedPosting decoded = decoder.decode(value);
            AvroPostings.toDomain(AvroPostings.toAvro(decoded.posting()), PostingLimits.DEFAULT);
        } catch (UnusablePostingException e) {
            assertFalse(requireNonNull(e.getMessage()).isBlank());
        }
    }
}
