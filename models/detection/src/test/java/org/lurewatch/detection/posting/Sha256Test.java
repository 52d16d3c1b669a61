package org.lurewatch.detection.posting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** FIPS 180-4, the example of one block. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void itIsTheDigestOfTheStandard() {
        assertEquals(ABC, Sha256.hex("abc".getBytes(UTF_8)));
        assertEquals(ABC, HexFormat.of().formatHex(Sha256.digest("abc".getBytes(UTF_8))));
        assertNotSame(Sha256.fresh(), Sha256.fresh());
    }
}
