package org.lurewatch.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/** What the job writes, in each of its formats. */
class ValueFormatTest {
    private static final int SCHEMA_ID = 0x01020304;

    private final ValueReader<ScamWarning> warnings = new ValueReader<>(ScamWarning.class);

    @ParameterizedTest
    @EnumSource(ValueFormat.class)
    void whatIsWrittenIsReadWhateverTheFormat(ValueFormat format) {
        ScamWarning warning = ExampleWarnings.warning();
        ValueEncoder<ScamWarning> encoder = new ValueEncoder<>(ScamWarning.class, format, SCHEMA_ID);

        assertEquals(
                Optional.of(warning),
                warnings.read(encoder.encode(warning), encoder.schemaHeader().orElse(null)));
    }

    @ParameterizedTest
    @EnumSource(ValueFormat.class)
    void theBytesOfARejectComeBackInEveryFormat(ValueFormat format) {
        byte[] hostile = {0, -1, (byte) 0xC3, 1, '"'};
        RejectedPosting reject = RejectEncoder.encode(
                ExamplePostings.record(3, hostile), RejectReason.MALFORMED_AVRO, "bytes that fit nothing");
        ValueEncoder<RejectedPosting> encoder = new ValueEncoder<>(RejectedPosting.class, format, SCHEMA_ID);

        RejectedPosting read = new ValueReader<>(RejectedPosting.class)
                .read(encoder.encode(reject), null)
                .orElseThrow();

        assertEquals(reject, read);
        assertArrayEquals(hostile, ByteArrays.of(read.getValue()));
    }

    @Test
    void jsonIsPlain() throws Exception {
        ScamWarning warning = ExampleWarnings.warning();

        JsonNode json =
                new ObjectMapper().readTree(new ValueEncoder<>(ScamWarning.class, ValueFormat.JSON, 0).encode(warning));

        assertEquals(warning.getWarningId(), json.get("warningId").textValue());
        assertEquals(warning.getScore(), json.get("score").doubleValue());
        assertEquals(warning.getVerdict().name(), json.get("verdict").textValue());
        assertEquals(warning.getAssessedAt().toString(), json.get("assessedAt").textValue());
        assertEquals(warning.getEvidence().size(), json.get("evidence").size());
    }

    @Test
    void theRegistrysNumberStandsBeforeTheRecordAndTheFingerprintInAHeader() {
        ScamWarning warning = ExampleWarnings.warning();
        ValueEncoder<ScamWarning> encoder = new ValueEncoder<>(ScamWarning.class, ValueFormat.CONFLUENT, SCHEMA_ID);
        byte[] value = encoder.encode(warning);
        byte[] single = new ValueEncoder<>(ScamWarning.class, ValueFormat.AVRO, 0).encode(warning);

        assertArrayEquals(new byte[] {0, 1, 2, 3, 4}, Arrays.copyOf(value, 5));
        assertArrayEquals(Arrays.copyOfRange(single, 10, single.length), Arrays.copyOfRange(value, 5, value.length));
        assertArrayEquals(
                Arrays.copyOfRange(single, 2, 10), encoder.schemaHeader().orElseThrow());
        assertEquals(Optional.of(warning), warnings.read(value, null), "of this version where nothing is said");
        assertEquals(Optional.empty(), warnings.read(value, new byte[] {1, 2, 3}));
        assertEquals(
                Optional.empty(),
                warnings.read(value, ByteBuffer.allocate(8).putLong(1).array()));
    }

    @Test
    void whatIsNoSuchRecordIsNothing() {
        assertEquals(Optional.empty(), warnings.read(null, null));
        assertEquals(Optional.empty(), warnings.read(new byte[0], null));
        assertEquals(Optional.empty(), warnings.read("{\"warningId\": 7}".getBytes(UTF_8), null));
        assertEquals(Optional.empty(), warnings.read("[".repeat(100_000).getBytes(UTF_8), null));
    }

    @Property(tries = 1_000)
    void anyBytesAreARecordOrNothing(@ForAll byte[] value, @ForAll byte[] header) {
        assertTrue(warnings.read(value, header).isEmpty());
    }
}
