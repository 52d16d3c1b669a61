package org.lurewatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.junit.jupiter.api.Test;

class SingleObjectEncodingTest {
    private final SingleObjectEncoding<JobPosting> encoding =
            SingleObjectEncoding.of(JobPosting.class, WriterSchemas.known());

    @Test
    void aRecordComesBackAsItWas() throws BadHeaderException {
        JobPosting posting = ExampleRecords.fullPosting();

        byte[] bytes = encoding.encode(posting);

        assertTrue(SingleObjectEncoding.hasMarker(bytes));
        assertEquals(posting, encoding.decode(bytes));
    }

    @Test
    void bytesWithoutTheMarkerAreRefused() {
        assertThrows(BadHeaderException.class, () -> encoding.decode(new byte[0]));
        assertThrows(BadHeaderException.class, () -> encoding.decode(new byte[] {(byte) 0xC3, 1, 0}));
        assertThrows(BadHeaderException.class, () -> encoding.decode("{\"identifier\": 1}".getBytes(UTF_8)));
    }

    @Test
    void anUnknownFingerprintIsNamed() {
        byte[] bytes = encoding.encode(ExampleRecords.fullPosting());
        Arrays.fill(bytes, 2, 10, (byte) 0xAB);

        MissingSchemaException thrown = assertThrows(MissingSchemaException.class, () -> encoding.decode(bytes));

        assertTrue(thrown.getMessage().contains("abababababababab"), thrown.getMessage());
    }

    @Test
    void leftOverBytesAreRefused() {
        byte[] bytes = encoding.encode(ExampleRecords.fullPosting());

        assertThrows(AvroRuntimeException.class, () -> encoding.decode(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void aStringThatClaimsTwoGigabytesIsRefusedWithoutReservingThem() {
        byte[] bytes = encoding.encode(ExampleRecords.fullPosting());
        byte[] claim = {(byte) 0xF0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        System.arraycopy(claim, 0, bytes, 10, claim.length);

        assertThrows(AvroRuntimeException.class, () -> encoding.decode(bytes));
    }

    @Test
    void damagedBytesGiveARecordOrAnAvroExceptionAndNothingElse() throws BadHeaderException {
        byte[] sound = encoding.encode(ExampleRecords.fullPosting());
        Random random = new Random(20261124);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(10, sound.length + 1));
            for (int change = random.nextInt(4); change >= 0 && bytes.length > 10; change--) {
                bytes[random.nextInt(10, bytes.length)] = (byte) random.nextInt();
            }
            try {
                encoding.decode(bytes);
            } catch (AvroRuntimeException e) {
                refused++;
            }
        }
        assertTrue(refused > 10_000, "only " + refused + " refused");
        assertEquals(ExampleRecords.fullPosting(), encoding.decode(sound), "the decoder is still usable");
    }
}
