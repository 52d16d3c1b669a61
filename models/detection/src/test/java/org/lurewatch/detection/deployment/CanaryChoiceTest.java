package org.lurewatch.detection.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CanaryChoiceTest {
    @Test
    void noneAndAllAreExact() {
        for (String id : new String[] {"00000000ff", "80000000ff", "ffffffffff"}) {
            assertFalse(CanaryChoice.isCanary(id, 0));
            assertTrue(CanaryChoice.isCanary(id, 1));
        }
        assertTrue(CanaryChoice.isCanary("7fffffff", 0.5));
        assertFalse(CanaryChoice.isCanary("80000000", 0.5));
    }

    @Test
    void aShareIsThatShareAndALargerOneKeepsWhatItHad() {
        Random random = new Random(1);
        int small = 0;
        for (int i = 0; i < 100_000; i++) {
            String id = "%08x".formatted(random.nextInt());
            if (CanaryChoice.isCanary(id, 0.05)) {
                small++;
                assertTrue(CanaryChoice.isCanary(id, 0.2));
            }
        }
        assertEquals(5_000, small, 300);
    }
}
